import type { Closeness } from './closeness.ts';
import type { NearestExamples } from './nearest-examples.ts';

/** Examples that vote. */
const VOTERS = 25;
/** Examples of an intent that may: as many again change nothing and would double the time. */
const CANDIDATES_A_CLASS = 24;
/** What is cast for all intents alike: a message that is near to nothing is for none of them. */
const ABSTENTION = 0.5;

/**
 * What the nearest examples stand for: each of the 25 nearest votes for its intent with the square of its likeness, on
 * the scale where a stranger has none and a neighbour 1.
 *
 * @param cosines of the message with all examples, see `exampleCosines`
 * @param into one share an intent, together 1
 */
export function nearestVote(
  cosines: Float32Array,
  { starts }: NearestExamples,
  { stranger, neighbour }: Closeness,
  into: Float32Array,
): void {
  const nearest = new Float32Array(VOTERS).fill(Number.NEGATIVE_INFINITY);
  const standsFor = new Int32Array(VOTERS);
  const last = VOTERS - 1;
  for (let k = 0; k < into.length; k++) {
    const end = Math.min(starts[k + 1], starts[k] + CANDIDATES_A_CLASS);
    for (let example = starts[k]; example < end; example++) {
      const cosine = cosines[example];
      if (cosine <= nearest[last]) continue;
      let place = last;
      for (; place > 0 && nearest[place - 1] < cosine; place--) {
        nearest[place] = nearest[place - 1];
        standsFor[place] = standsFor[place - 1];
      }
      nearest[place] = cosine;
      standsFor[place] = k;
    }
  }
  into.fill(ABSTENTION / into.length);
  let cast = ABSTENTION;
  for (let place = 0; place < VOTERS && nearest[place] > stranger; place++) {
    const vote = ((nearest[place] - stranger) / (neighbour - stranger)) ** 2;
    into[standsFor[place]] += vote;
    cast += vote;
  }
  for (let k = 0; k < into.length; k++) into[k] /= cast;
}
