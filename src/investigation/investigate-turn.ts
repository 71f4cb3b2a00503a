import type { Runtime } from '../compose.ts';
import { runTurn } from '../conversation/run-turn.ts';
import type { TurnDeps } from '../conversation/turn-deps.ts';
import type { PlayedTurn } from '../evals/run-cases.ts';
import type { Investigator, ReadingEvidence } from '../evals/turn-evidence.ts';
import type { SearchResult } from '../retrieval/search-result.ts';
import { articleEvidence } from './article-evidence.ts';
import { exampleVectors, nearExamples } from './near-examples.ts';
import { needEvidence, signalsOf } from './need-evidence.ts';
import { replayTurn } from './replay-turn.ts';
import { servedGeneration } from './served-generation.ts';

/** Looks into turns of the engine in service and plays them again, through the very `runTurn` that serves. */
export function createInvestigator(runtime: Runtime): Investigator {
  const { thresholds } = runtime;
  const vectorsOf = exampleVectors(runtime.embedders);
  return {
    answerThreshold: thresholds.answer,
    async gather(turn) {
      const generation = servedGeneration(runtime);
      const deps = runtime.turnDeps(thresholds);
      const readings = await readingsOf(turn.played, deps);
      const { language } = turn.got;
      const [top] = turn.got.candidates;
      const message = readings[0]?.text ?? turn.texts.join('\n');
      const readAs = readings.find(({ article }) => article !== undefined && article === top?.article)?.text ?? message;
      const articles = await articleEvidence(turn, message, readAs, generation);
      return {
        readings,
        readAs,
        articles,
        examples: await nearExamples(turn, message, articles, generation, vectorsOf),
        needs: await needEvidence(turn, deps),
        signals: signalsOf(turn, language),
      };
    },
    replay: (played, change) => replayTurn(played, change, runtime),
  };
}

/** Plays the turn once more and listens to what it searches for. */
async function readingsOf({ state, input }: PlayedTurn, deps: TurnDeps): Promise<ReadingEvidence[]> {
  const found = new Map<string, SearchResult | undefined>();
  const search: TurnDeps['search'] = async (text, language, today, said) => {
    // Entered before waiting, so that the order is the one in which they were asked for.
    found.set(text, undefined);
    const result = await deps.search(text, language, today, said);
    found.set(text, result);
    return result;
  };
  await runTurn(state, input, { ...deps, search });
  return [...found].map(([text, result]) => ({
    text,
    probability: result?.probability ?? 0,
    article: result?.passages[0]?.citation.article,
  }));
}
