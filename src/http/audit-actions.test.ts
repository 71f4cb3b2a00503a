import { expect, it } from 'vitest';
import { authApp } from '../../test/fakes/auth-app.ts';

it('claims and resolves are recorded once with who did them, and nothing of what was said', async () => {
  const desk = await authApp();
  const { id: amy } = await desk.add({ name: 'amy', roles: ['admin'] });
  const said = await desk.post('/v1/conversations/c-13800138000/messages', { messageId: 'm1', text: 'human' });
  const { id } = said.json().handoff;
  const session = await desk.logIn('amy');
  const act = (action: string, body: object) => session.send('POST', `/v1/handoffs/${id}/${action}`, body);
  await act('claim', { agentId: amy });
  await act('claim', { agentId: 'somebody else' });
  await act('reply', { agentId: amy, text: 'secret words' });
  await act('resolve', { agentId: amy, outcome: 'refunded' });
  const resolvedAt = desk.time.now;
  desk.time.now += 60_000;
  expect((await act('resolve', { agentId: amy })).statusCode).toBe(200);
  const { entries } = (await session.get('/v1/audit?action=handoff.')).json();
  expect(entries).toEqual(
    ['resolved', 'claimed'].map((verb) => ({
      sequence: expect.any(Number),
      at: resolvedAt,
      actor: { kind: 'agent', id: amy, name: 'amy' },
      action: `handoff.${verb}`,
      target: id,
      details: { agentId: amy },
      address: '127.0.0.1',
    })),
  );
  expect(JSON.stringify(desk.auth.audit.entries)).not.toMatch(/secret|refunded|13800138000/);
  await desk.app.close();
});
