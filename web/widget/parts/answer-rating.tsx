import { useState } from 'preact/hooks';
import type { Texts } from '../texts.ts';
import { ThumbDownIcon, ThumbUpIcon } from './icons.tsx';

interface AnswerRatingProps {
  /** 5 helpful, 1 not; undefined while it is not rated. */
  readonly score?: number;
  readonly texts: Texts;
  readonly onRate: (score: number) => Promise<void>;
  readonly onAskForPerson?: () => void;
}

/** Whether an answer helped. Whoever says no is offered a person in the same breath. */
export function AnswerRating({ score, texts, onRate, onAskForPerson }: AnswerRatingProps) {
  const [hasFailed, setFailed] = useState(false);
  const rate = (given: number) =>
    onRate(given).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <div class="rating">
      <button
        type="button"
        aria-pressed={score === 5}
        aria-label={texts.helpful}
        title={texts.helpful}
        onClick={() => rate(5)}
      >
        <ThumbUpIcon />
      </button>
      <button
        type="button"
        aria-pressed={score === 1}
        aria-label={texts.notHelpful}
        title={texts.notHelpful}
        onClick={() => rate(1)}
      >
        <ThumbDownIcon />
      </button>
      <span role="status">
        {hasFailed ? texts.failed : score === 5 ? texts.thanksHelpful : score === 1 ? texts.sorryNotHelpful : ''}
      </span>
      {score === 1 && !hasFailed && onAskForPerson ? (
        <button type="button" class="link" onClick={onAskForPerson}>
          {texts.human}
        </button>
      ) : null}
    </div>
  );
}
