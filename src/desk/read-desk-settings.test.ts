import { describe, expect, it } from 'vitest';
import { defaultDeskSettings, parseDeskSettings, readDeskSettings } from './read-desk-settings.ts';

const mistakes = (source: string) => {
  try {
    parseDeskSettings('desk.yaml', source);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

describe('desk.yaml', () => {
  it('of the demo shop is right', async () => {
    const settings = await readDeskSettings('knowledge', 'Asia/Shanghai');
    expect(settings.teams.map((team) => team.code)).toContain('presale-clothing');
    expect(settings.hours).toMatchObject({ timeZone: 'Asia/Shanghai', week: { monday: [{ from: 540, to: 1380 }] } });
  });

  it('may be absent or empty: the default holds, in the time zone of the shop', async () => {
    const settings = await readDeskSettings('src/desk', 'Europe/Berlin');
    expect(settings).toEqual(defaultDeskSettings('Europe/Berlin'));
    expect(parseDeskSettings('desk.yaml', '', 'Europe/Berlin')).toEqual(settings);
  });

  it('says only what is different', () => {
    const settings = parseDeskSettings('desk.yaml', 'offer: {seconds: 60}\nhours: {week: {monday: [22:00-06:00]}}');
    expect(settings.offer.seconds).toBe(60);
    expect(settings.hours.week).toMatchObject({ monday: [{ from: 1320, to: 1800 }], tuesday: [] });
    expect(settings.sla).toEqual(defaultDeskSettings().sla);
  });

  it('takes the rest of a key that is given in part from the default', () => {
    const { sla, hours, agents, waiting } = defaultDeskSettings('Asia/Tokyo');
    const own = [
      'sla: {urgent: {firstResponse: 1}, low: {firstResponse: 60, resolution: 6000}}',
      'hours: {holidays: [{from: 2026-10-01, to: 2026-10-07}]}',
      'agents: {maxLoad: 3}',
      'waiting: {reopenWithinHours: 1}',
      'offer:',
    ];
    const settings = parseDeskSettings('desk.yaml', own.join('\n'), 'Asia/Tokyo');
    expect(settings.sla).toEqual({
      ...sla,
      urgent: { ...sla.urgent, firstResponse: 1 },
      low: { firstResponse: 60, resolution: 6000 },
    });
    expect(settings.hours).toEqual({ ...hours, holidays: [{ from: '2026-10-01', to: '2026-10-07' }] });
    expect(settings.agents).toEqual({ ...agents, maxLoad: 3 });
    expect(settings.waiting).toEqual({ ...waiting, reopenWithinHours: 1 });
    expect(mistakes('sla: {urgent: {firstResponse: soon}}')[0]).toContain(
      'desk.yaml:1: sla.urgent.firstResponse: must be a number',
    );
    expect(mistakes('sla: {asap: {firstResponse: 1}}')[0]).toContain('desk.yaml:1: sla.asap: is not a known key');
  });

  it.each([
    ['offer: {seconds: 60}\nhours:\n  week:\n    monday: [9-18]', 'desk.yaml:4: hours.week.monday.0: "9-18" is not'],
    ['outcomes: []', 'desk.yaml:1: outcomes: must not be empty'],
    ['\nofer: {seconds: 60}', 'desk.yaml:2: ofer: is not a known key'],
    ['teams:\n  - {code: a, name: A}\n  - {code: a, name: B}', 'desk.yaml:3: teams.1.code: a is used twice'],
    ['teams:\n  - {code: a, name: A, categories: [x]}', 'desk.yaml:2: teams.0.categories.0: x is no category'],
    ['hours: {timeZone: Mars, week: {}}', 'desk.yaml:1: hours.timeZone: is no time zone'],
    ['teams: 3', 'desk.yaml:1: teams: must be a list'],
    ['offer: {seconds: [', 'desk.yaml:1: '],
    ['- a', 'desk.yaml:1: must hold keys'],
  ])('%j is refused with its line', (source, message) => {
    expect(mistakes(source)[0]).toContain(message);
  });
});
