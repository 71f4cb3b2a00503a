import type { Engine } from '../../src/conversation/engine.ts';
import type { ConversationState } from '../../src/domain/conversation.ts';
import type { HandoffDraft } from '../../src/domain/decision.ts';
import type { TurnInput, TurnResult } from '../../src/domain/turn.ts';

/** What a script decides; everything left out is taken from a plain answer. */
export type Script = (input: TurnInput, state: ConversationState) => Partial<TurnResult> | Promise<Partial<TurnResult>>;

const BRIEF: HandoffDraft['brief'] = { wants: 'a person', orderNumbers: [], tried: [], mood: 'calm', transcript: [] };

/** A hand-off the way the engine asks for one. */
export const SCRIPTED_HANDOFF: HandoffDraft = {
  reason: 'human_request',
  priority: 'normal',
  team: 'general',
  brief: BRIEF,
};

/** Repeats the customer's words; calls a person when they contain `human`, and fails when they contain `crash`. */
export const echo: Script = ({ texts }) => {
  const text = texts.join('\n');
  if (text.includes('crash')) throw new Error(`secret details about ${text}`);
  if (!text.includes('human')) return { reply: `echo: ${text}` };
  return { reply: 'a person will answer', action: 'escalate', handoff: SCRIPTED_HANDOFF };
};

/** An engine that does what its script says and records every call. Texts that end in `…` are unfinished. */
export class ScriptedEngine implements Engine {
  readonly calls: { readonly state: ConversationState; readonly input: TurnInput }[] = [];
  readonly #script: Script;

  constructor(script: Script = echo) {
    this.#script = script;
  }

  async runTurn(state: ConversationState, input: TurnInput): Promise<TurnResult> {
    this.calls.push({ state, input });
    return {
      reply: '',
      action: 'answer',
      language: 'en',
      intents: [{ name: 'greeting', confidence: 0.9 }],
      entities: [],
      sentiment: { label: 'neutral', score: 0.05, signals: [] },
      citations: [],
      candidates: [],
      ...(await this.#script(input, state)),
    };
  }

  looksComplete(text: string): boolean {
    return !text.endsWith('…');
  }
}
