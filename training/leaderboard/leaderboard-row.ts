/** One idea measured on one split. */
export interface LeaderboardRow {
  /** The files it learned from, if any, and was measured on. */
  readonly split: string;
  readonly idea: string;
  /** In the order of the board's columns; undefined where a figure says nothing about the idea. */
  readonly figures: readonly (number | undefined)[];
  /** Processor time, embedding included; building an index counts as training. */
  readonly trainSeconds?: number;
  /** Processor time of one text at a time, embedding included. */
  readonly msPerText?: number;
  readonly remarks: string;
}

/** The table of one task. */
export interface Leaderboard {
  readonly task: Task;
  readonly title: string;
  /** What the columns mean and what all rows share, in markdown. */
  readonly introduction: string;
  readonly columns: readonly string[];
  readonly rows: readonly LeaderboardRow[];
}

export const TASKS = ['intents', 'retrieval', 'sentiment'] as const;
export type Task = (typeof TASKS)[number];
