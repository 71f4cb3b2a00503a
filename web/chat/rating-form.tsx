import { useState } from 'preact/hooks';
import type { Rating } from '../shared/session/desk-client.ts';
import type { Texts } from './texts.ts';

interface RatingFormProps {
  readonly texts: Texts;
  /** Rejects when it did not arrive. */
  readonly onRate: (rating: Rating) => Promise<void>;
  readonly onSkip: () => void;
}

/** One to five and, if one likes, a few words. */
export function RatingForm({ texts, onRate, onSkip }: RatingFormProps) {
  const [score, setScore] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget as HTMLFormElement).get('comment')).trim();
    onRate({ score, ...(comment ? { comment } : {}) }).catch(() => setFailed(true));
  };
  return (
    <form class="rating" onSubmit={submit} aria-label={texts.rateTitle}>
      <fieldset>
        <legend>{texts.rateTitle}</legend>
        {texts.rates.map((label, index) => (
          <label key={label}>
            <input type="radio" name="score" checked={score === index + 1} onChange={() => setScore(index + 1)} />
            {label}
          </label>
        ))}
      </fieldset>
      <label>
        {texts.rateComment}
        <input type="text" name="comment" maxLength={1000} autocomplete="off" />
      </label>
      <p class="bad" role="alert">
        {hasFailed ? texts.rateFailed : ''}
      </p>
      <button type="submit" class="example" disabled={score === 0}>
        {texts.rateSend}
      </button>
      <button type="button" class="quiet" onClick={onSkip}>
        {texts.rateSkip}
      </button>
    </form>
  );
}
