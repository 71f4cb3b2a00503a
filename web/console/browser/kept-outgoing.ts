import type { TextStorage } from '../state/drafts.ts';
import type { OutgoingLine } from '../state/outbox.ts';

const KEY = 'xiaoer-console-outgoing';

/** Lines on their way, kept so that a reload in a tunnel loses none. */
export function keptOutgoing(storage: TextStorage): {
  readonly read: () => readonly OutgoingLine[];
  readonly keep: (lines: readonly OutgoingLine[]) => void;
} {
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
        return Array.isArray(kept) ? kept.filter(isLine) : [];
      } catch {
        return [];
      }
    },
    keep(lines) {
      try {
        storage.setItem(KEY, JSON.stringify(lines.filter(({ state }) => state !== 'delivered')));
      } catch {
        // Where the browser keeps nothing, unsent lines last as long as the page.
      }
    },
  };
}

function isLine(line: Partial<OutgoingLine> | null): line is OutgoingLine {
  return [line?.messageId, line?.conversationId, line?.handoffId, line?.text, line?.kind].every(
    (value) => typeof value === 'string',
  );
}
