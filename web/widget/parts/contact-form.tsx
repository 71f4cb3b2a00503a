import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DeliveryError } from '../../shared/session/delivery-error.ts';
import type { Contact } from '../../shared/session/desk-client.ts';
import type { Texts } from '../texts.ts';

interface ContactFormProps {
  readonly texts: Texts;
  /** What stands in the fields at first. */
  readonly draft: Contact;
  /** Told what stands there, so that closing the window loses nothing. */
  readonly onDraft: (draft: Contact) => void;
  /** Rejects with a DeliveryError. */
  readonly onLeave: (contact: Contact) => Promise<void>;
  readonly onCancel: () => void;
}

const FIELDS = [
  { name: 'name', label: 'contactName', type: 'text', autocomplete: 'name', limit: 64 },
  { name: 'phone', label: 'contactPhone', type: 'tel', autocomplete: 'tel', limit: 24 },
  { name: 'email', label: 'contactEmail', type: 'email', autocomplete: 'email', limit: 254 },
  { name: 'wechat', label: 'contactWechat', type: 'text', autocomplete: 'off', limit: 64 },
  { name: 'note', label: 'contactNote', type: 'text', autocomplete: 'off', limit: 500 },
] as const;

type FieldName = (typeof FIELDS)[number]['name'];
/** Where something is wrong, if it is one field; and what, in words the customer reads. */
interface Problem {
  readonly field?: FieldName;
  readonly words: string;
}

/** How to be reached when nobody is at the desk: one way is enough. */
export function ContactForm({ texts, draft, onDraft, onLeave, onCancel }: ContactFormProps) {
  const [problem, setProblem] = useState<Problem>({ words: '' });
  const [first] = useState(draft);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus({ preventScroll: true });
    onDraft(first);
  }, []);
  const complain = (told: Problem) => {
    setProblem(told);
    if (told.field) form.current?.querySelector<HTMLElement>(`[name=${told.field}]`)?.focus();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const contact = contactIn(event.currentTarget as HTMLFormElement);
    if (!contact.phone && !contact.email && !contact.wechat) {
      return complain({ field: 'phone', words: texts.contactNeeded });
    }
    await onLeave(contact).catch((error: DeliveryError) => complain(problemOf(error, texts)));
  };
  return (
    // The browser would speak its own language, and not that of the window.
    <form
      class="card"
      ref={form}
      noValidate
      onSubmit={submit}
      onInput={(event) => onDraft(contactIn(event.currentTarget))}
      aria-label={texts.leaveContact}
    >
      <h2>{texts.contactTitle}</h2>
      {FIELDS.map((field) => (
        <p class="field" key={field.name}>
          <label for={`${id}-${field.name}`}>{texts[field.label]}</label>
          <input
            id={`${id}-${field.name}`}
            name={field.name}
            type={field.type}
            list={undefined}
            autocomplete={field.autocomplete}
            maxLength={field.limit}
            defaultValue={first[field.name] ?? ''}
            aria-invalid={problem.field === field.name}
            aria-describedby={problem.field === field.name ? `${id}-problem` : undefined}
          />
          {problem.field === field.name ? <Complaint id={`${id}-problem`} words={problem.words} /> : null}
        </p>
      ))}
      {problem.field ? null : <Complaint id={`${id}-problem`} words={problem.words} />}
      <p class="buttons">
        <button type="submit" class="main">
          {texts.contactSend}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.contactCancel}
        </button>
      </p>
    </form>
  );
}

function Complaint({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <span class="problem" role="alert" id={id}>
      {words}
    </span>
  );
}

/** What stands in the fields, without those that are empty. */
function contactIn(form: HTMLFormElement): Contact {
  const entries = [...new FormData(form)].map(([key, value]) => [key, String(value).trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** The server says in English, for developers, what is wrong; which field it means is what counts. */
function problemOf({ fields }: Pick<DeliveryError, 'fields'>, texts: Texts): Problem {
  const wrong = FIELDS.find(({ name }) => fields?.includes(name));
  return wrong ? { field: wrong.name, words: texts.contactWrong[wrong.name] } : { words: texts.failed };
}
