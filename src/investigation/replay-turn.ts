import type { Runtime } from '../compose.ts';
import { runTurn } from '../conversation/run-turn.ts';
import type { TurnDeps } from '../conversation/turn-deps.ts';
import type { Needs } from '../domain/understanding.ts';
import type { PlayedTurn } from '../evals/run-cases.ts';
import type { Change, Investigator } from '../evals/turn-evidence.ts';
import type { Generation } from '../knowledge-service.ts';
import { editQuestions } from '../retrieval/edit-questions.ts';
import { servedGeneration } from './served-generation.ts';

/** Plays a turn again as it would have gone with a change, through the very `runTurn` that serves. */
export async function replayTurn(
  { state, input }: PlayedTurn,
  change: Change,
  runtime: Runtime,
): ReturnType<Investigator['replay']> {
  const { thresholds } = runtime;
  if (change.kind === 'threshold') {
    const { answer } = change;
    return runTurn(
      state,
      input,
      runtime.turnDeps({ ...thresholds, answer, clarify: Math.min(thresholds.clarify, answer) }),
    );
  }
  const deps = runtime.turnDeps(thresholds);
  return runTurn(state, input, { ...deps, ...(await changed(change, deps, servedGeneration(runtime))) });
}

async function changed(
  change: Exclude<Change, { kind: 'threshold' }>,
  deps: TurnDeps,
  { index }: Generation,
): Promise<Partial<TurnDeps>> {
  switch (change.kind) {
    case 'intents_ignored':
      return { readIntents: async () => [] };
    case 'need_set':
      return {
        readMessage: async (text, language) => {
          const reading = await deps.readMessage(text, language);
          const needs: Needs = { ...reading.needs, [change.need]: change.probability };
          return { ...reading, needs };
        },
      };
    default: {
      const { article, question } = change;
      const language = index.articles.find(({ id }) => id === article)?.language;
      const search = language && index.languageSearch(language);
      const edit = change.kind === 'question_added' ? { article, add: question } : { article, remove: question };
      const edited = search && (await editQuestions(search, edit));
      const other = edited ? index.withLanguage(edited) : index;
      return { search: async (text, spoken, today, said) => other.search(text, spoken, today, said) };
    }
  }
}
