import { SHORTCUTS } from '../state/shortcuts.ts';
import { useTexts } from './texts-context.ts';

const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** Every key and what it does. */
export function ShortcutSheet() {
  const texts = useTexts();
  return (
    <>
      <dl class="shortcuts">
        {SHORTCUTS.map(({ command, keys }) => (
          <div key={command}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{SIGNS[key] ?? key.toUpperCase()}</kbd>
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
