import { expect, it } from 'vitest';
import { ScriptedEngine } from '../../test/fakes/scripted-engine.ts';
import { testApp } from '../../test/fakes/test-app.ts';

it('an error that quotes a customer is logged with the number hidden', async () => {
  const lines: string[] = [];
  const engine = new ScriptedEngine(() => {
    throw new Error('invalid input "我手机13800138000"', { cause: new Error('row (zhang@example.com) exists') });
  });
  const stream = { write: (line: string) => void lines.push(line) };
  const { app, post } = await testApp({ engine, logger: { level: 'trace', stream } });
  const response = await post('/v1/conversations/c/messages', { messageId: 'm', text: 'hello' });
  app.log.info('call 13800138000');
  app.log.info({ list: ['13800138000'] }, 'call %s', '13800138000');
  app.log.error({ err: new Error('row 13800138000', { cause: new Error('key 13800138000') }) }, 'failed');
  await app.close();
  expect(response.statusCode).toBe(500);
  const log = lines.join('');
  expect(log).not.toMatch(/"[^"]*13800138000|zhang@/);
  expect(log).toContain('我手机138****8000');
  expect(log).toContain('"msg":"call 138****8000"');
  expect(log).toContain('row (***@***) exists');
});
