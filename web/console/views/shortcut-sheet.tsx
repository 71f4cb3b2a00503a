import { type Command, SHORTCUTS } from '../state/shortcuts.ts';
import { useTexts } from './texts-context.ts';

const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

interface Row {
  readonly command: Command;
  readonly keys: readonly string[];
}

/** The three suggestions share a row. */
const ROWS = SHORTCUTS.flatMap(({ command, keys }): Row[] => {
  if (command === 'suggestion2' || command === 'suggestion3') return [];
  return [{ command, keys: command === 'suggestion1' ? ['1', '2', '3'] : keys }];
});

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
