import type { Line } from '../wire/desk.ts';

/** What the transcript shows, from top to bottom. */
export type TranscriptItem =
  | { readonly kind: 'day'; readonly at: number }
  | {
      readonly kind: 'line';
      readonly line: Line;
      /** Said by another than the line before, or a while later: the speaker is named. */
      readonly isNewSpeaker: boolean;
    };

/** After this much silence a speaker is named again, in milliseconds. */
const PAUSE = 3 * 60_000;

/** Lines with a separator wherever a day begins, in the time zone of the agent's machine. */
export function transcriptItems(lines: readonly Line[]): TranscriptItem[] {
  return lines.flatMap((line, index) => {
    const former = lines[index - 1];
    const isNewDay = former === undefined || dayOf(former.at) !== dayOf(line.at);
    const isNewSpeaker = isNewDay || speaker(former) !== speaker(line) || line.at - former.at > PAUSE;
    const item = { kind: 'line' as const, line, isNewSpeaker };
    return isNewDay ? [{ kind: 'day' as const, at: line.at }, item] : [item];
  });
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}

function speaker({ role, note, agentId, agentName }: Line): string {
  return `${role} ${note ? 'note' : ''} ${agentId ?? agentName ?? ''}`;
}
