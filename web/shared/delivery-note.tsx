import type { Language } from './language.ts';
import type { OutgoingMessage } from './session/outgoing-message.ts';
import { SESSION_TEXTS, type SessionTexts } from './session-texts.ts';

interface DeliveryNoteProps {
  readonly message: OutgoingMessage;
  readonly language: Language;
  readonly onRetry: () => void;
}

/** How far a message has got, where that is not as it should be; nothing while all goes well. */
export function DeliveryNote({ message, language, onRetry }: DeliveryNoteProps) {
  const texts = SESSION_TEXTS[language];
  if (message.state === 'refused') return <p class="note bad">{refusal(message, texts)}</p>;
  if (message.failures === 0 || message.state === 'sent') return null;
  return (
    <p class="note">
      {texts.retrying}{' '}
      {message.state === 'waiting' ? (
        <button type="button" class="link" onClick={onRetry}>
          {texts.retryNow}
        </button>
      ) : null}
    </p>
  );
}

/** What is wrong with the text can be said in the customer's words; anything else only as the server says it. */
function refusal({ fields, reason }: Extract<OutgoingMessage, { state: 'refused' }>, texts: SessionTexts): string {
  const why = fields.includes('text') ? texts.refusedText : reason && texts.refusedFor(reason);
  return [texts.refused, why].filter(Boolean).join(' ');
}
