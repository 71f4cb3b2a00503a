/**
 * The words of one language by what they say about the writer's mood. Every entry is a fragment of a regular expression
 * that runs over text in normal form (lower case, simplified characters); all were written for this project.
 */
export interface AngerLexicon {
  /** Phrases that look angry and are not; taken out of the text before anything else is looked for. */
  readonly benign: RegExp;
  /** Names and curses thrown at the shop or its people, masked spellings included. */
  readonly insult: RegExp;
  /** Swearing that is not aimed at anyone. */
  readonly swearing: RegExp;
  /** Fury in so many words: 气死, fed up, livid. */
  readonly fury: RegExp;
  /** Accusations of cheating. */
  readonly cheated: RegExp;
  /** Complaints about how the customer was treated. */
  readonly attitude: RegExp;
  /** Questions that expect no answer: 当我是傻子吗, are you kidding me. */
  readonly rhetorical: RegExp;
  /** Praise and thanks that only make sense as mockery. */
  readonly sarcasm: RegExp;
  /** Dissatisfaction without fury: 失望, 也是醉了, disappointed. */
  readonly dissatisfied: RegExp;
  /** Trouble and waiting told with a sigh; angry only in company. */
  readonly weary: RegExp;
  /** The customer turns away: 再也不买了, never again. */
  readonly leaving: RegExp;
  readonly urgency: RegExp;
  readonly positive: RegExp;
  readonly laughter: RegExp;
  /** The forms of a question that wants information. */
  readonly question: RegExp;
}

/** One expression that matches any of the white-space separated fragments. */
export function anyOf(fragments: string): RegExp {
  return new RegExp(fragments.trim().split(/\s+/).join('|'), 'gu');
}
