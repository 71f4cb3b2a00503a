import type { RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Texts } from '../texts.ts';
import { SendIcon } from './icons.tsx';

interface ComposerProps {
  readonly texts: Texts;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What stands there at first. */
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  /** Titles for what has been typed so far; not asked for while a person answers. */
  readonly search?: (text: string, signal: AbortSignal) => Promise<readonly string[]>;
  readonly onWrite: (text: string) => void;
  readonly onTyping: () => void;
}

/** Keys are pressed faster than this, in milliseconds. */
const SEARCH_AFTER = 180;
const TEXT_LIMIT = 4000;

/** Where the customer writes; titles of articles come up while typing, and a tap or Enter on one sends it. */
export function Composer({ texts, field, draft, onDraft, search, onWrite, onTyping }: ComposerProps) {
  const [text, setText] = useState(draft);
  const [titles, setTitles] = useTitles(text, search);
  const [active, setActive] = useState(-1);
  const id = useId();
  useEffect(() => setActive(-1), [titles]);
  useEffect(() => {
    grow(field.current);
    onDraft(text);
  }, [text]);

  const write = (words: string) => {
    if (words.trim() === '') return;
    setText('');
    setTitles([]);
    onWrite(words.trim());
    field.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    // Enter that picks a word in an input method must not send; Safari reports that one only by its key code.
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      write(titles[active] ?? text);
    } else if (event.key === 'Escape' && titles.length > 0) {
      // The first Esc closes the list, the next one the window.
      event.stopPropagation();
      setTitles([]);
    } else if (step && titles.length > 0) {
      event.preventDefault();
      setActive(((active + 1 + step + titles.length + 1) % (titles.length + 1)) - 1);
    }
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        write(text);
      }}
    >
      {titles.length > 0 ? (
        <div class="titles" role="listbox" id={`${id}-list`} aria-label={texts.titles}>
          {titles.map((title, index) => (
            <button
              type="button"
              role="option"
              key={title}
              id={`${id}-${index}`}
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => write(title)}
            >
              {title}
            </button>
          ))}
        </div>
      ) : null}
      <label class="only-read" for={`${id}-text`}>
        {texts.message}
      </label>
      <textarea
        ref={field}
        id={`${id}-text`}
        rows={1}
        maxLength={TEXT_LIMIT}
        enterkeyhint="send"
        autocomplete="off"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={titles.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        placeholder={texts.placeholder}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          onTyping();
        }}
        onKeyDown={press}
      />
      <button type="submit" class="send" aria-label={texts.send} title={texts.send} disabled={text.trim() === ''}>
        <SendIcon />
      </button>
    </form>
  );
}

function useTitles(text: string, search: ComposerProps['search']) {
  const [titles, setTitles] = useState<readonly string[]>([]);
  useEffect(() => {
    const words = text.trim();
    if (!search || words.length < 2 || words.length > 60) {
      setTitles([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      // Without suggestions one writes on as before.
      search(words, abort.signal).then(setTitles, () => {});
    }, SEARCH_AFTER);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, search]);
  return [titles, setTitles] as const;
}

/** As high as its text, up to what the style sheet allows. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
