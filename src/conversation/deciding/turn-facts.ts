import type { Action, Citation } from '../../domain/decision.ts';
import type { Awaiting } from '../../domain/turn.ts';
import type { IntentScore, Language, Sentiment } from '../../domain/understanding.ts';
import type { Escalation } from '../../escalation/escalation-policy.ts';
import type { Passage, SearchResult } from '../../retrieval/search-result.ts';
import type { LookUp } from '../../shop/look-up.ts';
import type { ShownArticle } from './part-to-say.ts';

/** Everything known about a turn when it is decided. */
export interface TurnFacts {
  readonly language: Language;
  readonly text: string;
  readonly intents: readonly IntentScore[];
  readonly sentiment: Sentiment;
  /** Probability, 0 to 1, that the message leaves open what is meant. */
  readonly vague: number;
  /** Whether the desk will tell a customer who needs a person that nobody is there. */
  readonly nobodyComes?: boolean;
  /** Name of the small-talk intent when the message is nothing but small talk. */
  readonly smalltalk?: string;
  /** The shop's calendar day, `YYYY-MM-DD`. */
  readonly today?: string;
  /** Set when the message asks for the state of an order, parcel or refund. */
  readonly lookUp?: LookUp;
  /** Whether the bot's last reply asked for an order number. */
  readonly askedForNumber?: boolean;
  /** Whether the surest intent is one that articles answer, whatever number the message holds. */
  readonly asksKnowledge?: boolean;
  /** Whether the message says no more than that the last reply did not help. */
  readonly rejectsAnswer?: boolean;
  /** The bot's last replies, oldest first: sending them again helps nobody. */
  readonly said?: readonly string[];
  /** The articles found, line by line, where the bot has just said them whole. */
  readonly saidAgain?: readonly ShownArticle[];
  /** What is found of the article that the last reply showed or offered, where that is the best one. */
  readonly ofTopic?: readonly Passage[];
  /** What the bot's last reply was taken from. */
  readonly shown?: readonly Citation[];
  /** Whether the message says no more than that what was just shown is hardly believed. */
  readonly doubtsAnswer?: boolean;
  /** Whether the message neither asks nor names anything: 有图, *both*. */
  readonly asksNothing?: boolean;
  /** Whether the message names something that the shop's articles are about. */
  readonly namesThing?: boolean;
  /** Whether the message is likelier small talk than anything else, but not certainly. */
  readonly resemblesSmalltalk?: boolean;
  readonly search: SearchResult & {
    /** Questions of the message that nothing answers, though others of it are answered. */
    readonly unanswered?: readonly string[];
  };
  /** Why a person has to take over, whatever the knowledge holds. */
  readonly mustEscalate?: Escalation;
  /** What the shop's pages say to do about the danger for which a person is called. */
  readonly firstAid?: readonly Passage[];
  /** The page on where orders are, in a shop whose orders cannot be looked up. */
  readonly onOrders?: readonly Passage[];
  /** Why a person takes over if the bot cannot answer this either. */
  readonly escalateUnlessAnswered?: Escalation;
}

/** What to do and what to say. `escalation` is set with, and only with, action escalate. */
export interface Decision {
  readonly action: Action;
  readonly reply: string;
  readonly citations: readonly Citation[];
  readonly awaiting?: Awaiting;
  readonly escalation?: Escalation;
}
