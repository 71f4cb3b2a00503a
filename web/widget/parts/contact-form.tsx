import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../shared/session/desk-client.ts';
import type { Texts } from '../texts.ts';

interface ContactFormProps {
  readonly texts: Texts;
  readonly name?: string;
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

/** How to be reached when nobody is at the desk: one way is enough. */
export function ContactForm({ texts, name = '', onLeave, onCancel }: ContactFormProps) {
  const [problem, setProblem] = useState('');
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget as HTMLFormElement)];
    const contact: Contact = Object.fromEntries(
      entries.map(([key, value]) => [key, String(value).trim()]).filter(([, value]) => value !== ''),
    );
    if (!contact.phone && !contact.email && !contact.wechat) return setProblem(texts.contactNeeded);
    await onLeave(contact).catch((error: Error) => setProblem(error.message || texts.failed));
  };
  return (
    <form class="card" ref={form} onSubmit={submit} aria-label={texts.leaveContact}>
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
            defaultValue={field.name === 'name' ? name : ''}
            aria-describedby={problem ? `${id}-problem` : undefined}
          />
        </p>
      ))}
      <p class="problem" role="alert" id={`${id}-problem`}>
        {problem}
      </p>
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
