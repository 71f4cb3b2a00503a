import type { Engine } from '../conversation/engine.ts';
import type { ConversationState } from '../domain/conversation.ts';
import type { Action, Citation, ReasonCode } from '../domain/decision.ts';
import type { TurnInput, TurnResult } from '../domain/turn.ts';

/** The parts of a turn that a script decides; the rest is neutral. */
export interface ScriptedTurn {
  readonly action: Action;
  readonly reply?: string;
  readonly article?: string;
  /** A second article that is cited. */
  readonly second?: string;
  readonly reason?: ReasonCode;
  readonly intent?: string;
  /** Score of `article` among the candidates. Default 0.9. */
  readonly score?: number;
}

/**
 * An engine without models for tests of this harness: it looks its turns up by the text of the message.
 * Records its calls, and throws for a text that is not in the script.
 */
export function scriptedEngine(
  script: Readonly<Record<string, ScriptedTurn>>,
): Engine & { readonly calls: { state: ConversationState; input: TurnInput }[] } {
  const calls: { state: ConversationState; input: TurnInput }[] = [];
  return {
    calls,
    looksComplete: () => true,
    async runTurn(state, input) {
      calls.push({ state, input });
      const turn = script[input.texts.join(' ')];
      if (!turn) throw new Error(`nothing scripted for ${JSON.stringify(input.texts)}`);
      return scriptedResult(turn);
    },
  };
}

/** A full result from the few things a test cares about. */
export function scriptedResult({ action, reply, article, second, reason, intent, score }: ScriptedTurn): TurnResult {
  const brief = { wants: '', orderNumbers: [], tried: [], mood: '', transcript: [] };
  return {
    reply: reply ?? `(${action})`,
    action,
    language: 'zh',
    intents: intent === undefined ? [] : [{ name: intent, confidence: 0.8 }],
    entities: [],
    sentiment: { label: 'neutral', score: 0.01, signals: [] },
    citations: [article, second].filter((each) => each !== undefined).map(citationOf),
    handoff: reason === undefined ? undefined : { reason, priority: 'normal', team: 'general', brief },
    candidates: article === undefined ? [] : [{ article, score: score ?? 0.9 }],
  };
}

function citationOf(article: string): Citation {
  return { article, title: article, heading: '', version: '000000000000' };
}
