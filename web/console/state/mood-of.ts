import type { SentimentLabel } from '../../../src/domain/understanding.ts';

/** How a brief, which is written in the customer's language, begins when it tells the mood. */
const BEGINNINGS: Readonly<Record<SentimentLabel, readonly string[]>> = {
  threat: ['扬言', 'threatening'],
  angry: ['愤怒', 'furious'],
  upset: ['不满', 'dissatisfied'],
  neutral: ['平静', 'calm'],
  positive: ['友好', 'friendly'],
};

/** The mood a brief tells, so that the queue can say it in the agent's language; undefined when it tells none. */
export function moodOf(brief: string): SentimentLabel | undefined {
  const labels = Object.keys(BEGINNINGS) as SentimentLabel[];
  return labels.find((label) => BEGINNINGS[label].some((beginning) => brief.startsWith(beginning)));
}
