import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Texts } from './texts.ts';

interface ComposerProps {
  readonly texts: Texts;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string) => void;
  readonly onTyping: () => void;
}

/** Where the customer writes. Enter sends, with Shift it breaks the line; the field is as high as its text. */
export function Composer({ texts, field, onWrite, onTyping }: ComposerProps) {
  const [text, setText] = useState('');
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    if (text !== '') field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);
  const send = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setText('');
    onWrite(text.trim());
  };
  return (
    <form class="composer" onSubmit={send}>
      <label class="only-read-aloud" for="text">
        {texts.yourMessage}
      </label>
      <textarea
        id="text"
        ref={field}
        rows={1}
        maxLength={4000}
        enterkeyhint="send"
        autocomplete="off"
        placeholder={texts.placeholder}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          onTyping();
        }}
        onKeyDown={(event) => {
          // Enter that picks a word in an input method must not send; Safari reports that one only by its key code.
          const composing = event.isComposing || event.keyCode === 229;
          if (event.key === 'Enter' && !event.shiftKey && !composing) send(event);
        }}
      />
      <button type="submit">{texts.send}</button>
    </form>
  );
}
