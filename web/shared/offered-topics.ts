/** A question back, with the topics that it offers. */
export interface OfferedTopics {
  readonly question: string;
  readonly topics: readonly string[];
}

const ITEM = /^\s*(?:\d+[.、)]|[-·•])\s*(\S.*)$/;

/** Reads the list at the end of a question such as "Which of these is it about?", so that a topic can be tapped. */
export function offeredTopics(text: string): OfferedTopics {
  const lines = text.split('\n');
  let first = lines.length;
  while (first > 0 && ITEM.test(lines[first - 1])) first--;
  const topics = lines.slice(first).map((line) => ITEM.exec(line)?.[1].trim() ?? '');
  return { question: lines.slice(0, first).join('\n').trim(), topics };
}
