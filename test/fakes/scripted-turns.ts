import type { Action, Citation, ReasonCode } from '../../src/domain/decision.ts';
import type { TurnResult } from '../../src/domain/turn.ts';
import { ScriptedEngine } from './scripted-engine.ts';

/** The parts of a turn that tests of the eval harness decide; the rest is neutral. */
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

/** An engine that looks its turns up by the text of the message, and throws for a text that is not in the script. */
export function scriptedTurns(script: Readonly<Record<string, ScriptedTurn>>): ScriptedEngine {
  return new ScriptedEngine(({ texts }) => {
    const turn = script[texts.join(' ')];
    if (!turn) throw new Error(`nothing scripted for ${JSON.stringify(texts)}`);
    return scriptedResult(turn);
  });
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
