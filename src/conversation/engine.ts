import type { ConversationState } from '../domain/conversation.ts';
import type { TurnInput, TurnResult } from '../domain/turn.ts';

/**
 * The one way to run a turn: server, terminal, evals and benches all hold this and nothing else of the engine.
 * `compose.ts` builds it over `runTurn` and the current knowledge.
 */
export interface Engine {
  /** Calls models and look-ups, writes nothing. The same state and input give the same result. */
  runTurn(state: ConversationState, input: TurnInput): Promise<TurnResult>;
  /**
   * Whether the text can be answered by itself; a fragment (亲, 我上周买的那件) is worth waiting a moment for the rest.
   * Synchronous and cheap.
   */
  looksComplete(text: string): boolean;
}
