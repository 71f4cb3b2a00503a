import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Rating } from '../../shared/session/desk-client.ts';
import type { Texts } from '../texts.ts';
import { StarIcon } from './icons.tsx';

interface SatisfactionFormProps {
  readonly texts: Texts;
  readonly onRate: (rating: Rating) => Promise<void>;
  readonly onSkip: () => void;
}

/** One to five stars and, if one likes, a few words. */
export function SatisfactionForm({ texts, onRate, onSkip }: SatisfactionFormProps) {
  const [score, setScore] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // With the first star the form grows, and its button must not be left below the edge.
  useLayoutEffect(() => form.current?.scrollIntoView({ block: 'end' }), [score > 0]);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget as HTMLFormElement).get('comment') ?? '').trim();
    await onRate({ score, ...(comment ? { comment } : {}) }).catch(() => setFailed(true));
  };
  return (
    <form class="card" ref={form} onSubmit={submit} aria-label={texts.rateTitle}>
      <fieldset class="stars">
        <legend>{texts.rateTitle}</legend>
        {texts.rates.map((label, index) => (
          <label key={label} class={index < score ? 'star on' : 'star'} title={label}>
            <input
              type="radio"
              name="score"
              value={index + 1}
              checked={score === index + 1}
              aria-label={texts.rateScore(index + 1, label)}
              onChange={() => setScore(index + 1)}
            />
            <StarIcon />
          </label>
        ))}
      </fieldset>
      <p class="verdict" aria-hidden="true">
        {texts.rates[score - 1] ?? ''}
      </p>
      {score > 0 ? (
        <p class="field">
          <label for={`${id}-comment`}>{texts.rateComment}</label>
          <textarea id={`${id}-comment`} name="comment" rows={2} maxLength={1000} />
        </p>
      ) : null}
      <p class="problem" role="alert">
        {hasFailed ? texts.failed : ''}
      </p>
      <p class="buttons">
        <button type="submit" class="main" disabled={score === 0}>
          {texts.rateSend}
        </button>
        <button type="button" onClick={onSkip}>
          {texts.rateSkip}
        </button>
      </p>
    </form>
  );
}
