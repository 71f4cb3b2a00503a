import { expect, it } from 'vitest';
import { line } from '../test/ticket.ts';
import { transcriptItems } from './transcript-items.ts';

const at = (day: number, minute: number) => new Date(2026, 10, day, 12, minute).getTime();

it('separates days and names a speaker again after another one or a pause', () => {
  const lines = [
    line(1, { at: at(1, 0) }),
    line(2, { at: at(1, 1) }),
    line(3, { at: at(1, 9) }),
    line(4, { at: at(1, 9), role: 'agent', agentName: '小美' }),
    line(5, { at: at(1, 9), role: 'agent', agentName: '小美', note: true }),
    line(6, { at: at(2, 0), role: 'agent', agentName: '小美', note: true }),
  ];
  const shown = transcriptItems(lines).map((item) =>
    item.kind === 'day' ? 'day' : `${item.line.position} ${item.isNewSpeaker}`,
  );
  expect(shown).toEqual(['day', '1 true', '2 false', '3 true', '4 true', '5 true', 'day', '6 true']);
});
