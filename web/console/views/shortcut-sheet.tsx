import { type Command, SHORTCUTS } from '../state/shortcuts.ts';
import { useTexts } from './texts-context.ts';

const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** The three suggestions share a row. */
const ROWS: readonly { readonly command: Command; readonly keys: readonly string[] }[] = SHORTCUTS.flatMap(
  (shortcut) => {
    if (shortcut.command === 'suggestion1') return [{ command: shortcut.command, keys: ['1', '2', '3'] }];
    return shortcut.command === 'suggestion2' || shortcut.command === 'suggestion3' ? [] : [shortcut];
  },
);

/** Every key and what it does. */
export function ShortcutSheet() {
  const texts = useTexts();
  return (
    <>
      <dl class="shortcuts">
        {ROWS.map(({ command, keys }) => (
          <div key={command}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
              ))}
            </dt>
            <dd>{texts.shortcuts[command]}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{texts.dialogs.shortcutsNote}</p>
    </>
  );
}
