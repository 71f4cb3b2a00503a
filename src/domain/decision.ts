/** What the front desk does with a turn. */
export const ACTIONS = ['answer', 'lookup', 'clarify', 'smalltalk', 'refuse', 'escalate', 'silent'] as const;
/** One of `ACTIONS`. */
export type Action = (typeof ACTIONS)[number];

/** Why a person was called; `takeover`: one came uncalled, by writing from another desk. */
export const REASONS = [
  'human_request',
  'anger',
  'threat',
  'safety',
  'legal',
  'staff_only',
  'repeated_failure',
  'low_confidence',
  'repetition',
  'takeover',
] as const;
/** One of `REASONS`. */
export type ReasonCode = (typeof REASONS)[number];

/** How soon a person must come, the most urgent first. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
/** One of `PRIORITIES`. */
export type Priority = (typeof PRIORITIES)[number];

/** What a hand-off is about, by who would deal with it; the teams of desk.yaml name the topics that they take. */
export const TEAMS = ['presale', 'logistics', 'aftersales', 'complaints', 'general'] as const;
/** One of `TEAMS`. */
export type Team = (typeof TEAMS)[number];

/** A knowledge passage shown as the source of an answer; `version` is the article's content hash (12 hex digits). */
export interface Citation {
  readonly article: string;
  readonly title: string;
  readonly heading: string;
  readonly version: string;
}

/** What the agent who takes over should know before the first word. */
export interface HandoffBrief {
  readonly wants: string;
  readonly orderNumbers: readonly string[];
  readonly tried: readonly string[];
  readonly mood: string;
  readonly transcript: readonly { readonly role: 'customer' | 'bot' | 'agent'; readonly text: string }[];
}

/** A hand-off the engine asks for; the store gives it an id. */
export interface HandoffDraft {
  readonly reason: ReasonCode;
  readonly priority: Priority;
  readonly team: Team;
  readonly brief: HandoffBrief;
}
