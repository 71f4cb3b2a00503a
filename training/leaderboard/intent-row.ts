import { judgeIntents } from '../../src/intents/bench-intents.ts';
import { accuracy } from '../../src/intents/classification-metrics.ts';
import type { IntentSet } from './intent-set.ts';
import type { LeaderboardRow } from './leaderboard-row.ts';

/** Figures of an intent row. Undefined ones need a method that rejects, or one that does not. */
export const INTENT_COLUMNS = [
  'Right',
  'Macro-F1',
  'Right and answered',
  'Oos recall',
  'Oos precision',
  'Matthews',
] as const;

/** What an idea made of every test message. */
export interface IntentGuesses {
  readonly idea: string;
  readonly remarks?: string;
  /** Best intent of each test message, whatever its confidence. */
  readonly favourites: readonly string[];
  /** Of each test message, whether it is taken to be out of scope; absent when the idea rejects nothing. */
  readonly rejected?: readonly boolean[];
  readonly trainMilliseconds: number;
  readonly testMilliseconds: number;
}

/** Judges as `bench intents` does; "right" counts the favourite among messages that have an intent. */
export function intentRow({ split, test, oos }: IntentSet, guesses: IntentGuesses): LeaderboardRow {
  const { idea, remarks = '', favourites, rejected, trainMilliseconds, testMilliseconds } = guesses;
  const ranked = test.map(({ label }, row) => ({ gold: label, predicted: favourites[row] }));
  const right = accuracy(ranked.filter(({ gold }) => gold !== oos));
  return {
    split,
    idea,
    figures: [right, ...figuresOfRest()],
    trainSeconds: trainMilliseconds / 1_000,
    msPerText: testMilliseconds / test.length,
    remarks,
  };

  function figuresOfRest(): (number | undefined)[] {
    if (oos === undefined) {
      const { macroF1, mcc } = judgeIntents(ranked, oos);
      return [macroF1, undefined, undefined, undefined, mcc];
    }
    if (!rejected) return [undefined, undefined, undefined, undefined, undefined];
    const judged = ranked.map(({ gold, predicted }, row) => ({ gold, predicted: rejected[row] ? oos : predicted }));
    const { macroF1, inScopeAccuracy, oosRecall, oosPrecision, mcc } = judgeIntents(judged, oos);
    return [macroF1, inScopeAccuracy, oosRecall, oosPrecision, mcc];
  }
}

/** Names of the highest number in each row of `classes` numbers. */
export function namesOfHighest(probabilities: Float32Array, names: readonly string[]): string[] {
  const classes = names.length;
  return Array.from({ length: probabilities.length / classes }, (_, row) => {
    const scores = probabilities.subarray(row * classes, (row + 1) * classes);
    return names[scores.indexOf(Math.max(...scores))];
  });
}
