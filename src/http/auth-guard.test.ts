import { describe, expect, it } from 'vitest';
import { authApp } from '../../test/fakes/auth-app.ts';
import { testApp } from '../../test/fakes/test-app.ts';
import type { Actor, Role } from '../domain/account.ts';
import { openPassingStores } from '../open-stores.ts';
import type { Guard } from './auth-guard.ts';

const someone = (kind: Actor['kind'], ...roles: Role[]): Guard => ({
  identify: async () => ({ kind, id: 'amy', name: 'Amy', roles }),
});
const nobody: Guard = { identify: async () => undefined };

describe('a guarded route', () => {
  it('is 401 for nobody, before the body is read', async () => {
    const { app, post } = await testApp({ guard: nobody });
    const response = await post('/v1/handoffs/h/claim', 'not json');
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toContain('Bearer');
    expect(response.json()).toMatchObject({ type: 'urn:xiaoer:problem:unauthorized' });
    await app.close();
  });

  it('is 403 for another role, naming the one it takes', async () => {
    const { app, get } = await testApp({ guard: someone('agent', 'editor', 'analyst') });
    const response = await get('/v1/handoffs');
    expect([response.statusCode, response.json().detail]).toEqual([403, 'This takes the role agent.']);
    await app.close();
  });

  it.each<Role>(['agent', 'admin'])('is open to the role %s', async (role) => {
    const { app, get } = await testApp({ guard: someone('agent', role) });
    expect((await get('/v1/handoffs')).statusCode).toBe(200);
    await app.close();
  });

  it('leaves customers alone', async () => {
    const { app, post } = await testApp({ guard: nobody });
    const sent = await post('/v1/conversations/c/messages', { messageId: 'm', text: 'hello' });
    expect(sent.statusCode).toBe(200);
    await app.close();
  });

  it('says in the API description who may', async () => {
    const { app, get } = await testApp();
    const api = (await get('/openapi.json')).json();
    const claim = api.paths['/v1/handoffs/{id}/claim'].post;
    expect(claim.security).toEqual([{ session: [] }, { shopKey: [] }]);
    expect(claim.description).toContain('For agent, admin.');
    expect(claim.responses).toMatchObject({ 401: {}, 403: {} });
    expect(Object.keys(api.components.securitySchemes)).toEqual(['session', 'shopKey']);
    expect(api.paths['/v1/conversations/{id}'].get.security).toBeUndefined();
    await app.close();
  });
});

/** Where customers and probes need no name; /v1/session is where one gets it. Everything else takes a role. */
const OPEN = [
  '/livez',
  '/metrics',
  '/readyz',
  '/v1/conversations/{id}',
  '/v1/conversations/{id}/contact',
  '/v1/conversations/{id}/events',
  '/v1/conversations/{id}/feedback',
  '/v1/conversations/{id}/messages',
  '/v1/conversations/{id}/typing',
  '/v1/session',
  '/v1/widget',
  '/v1/widget/search',
];

it('no route is open by being forgotten', async () => {
  const stores = await openPassingStores();
  const desk = await authApp({ privacy: { personalData: stores.personalData } });
  const { paths } = (await desk.get('/openapi.json')).json();
  const open = Object.entries<Record<string, { security?: unknown }>>(paths).filter(([, methods]) =>
    Object.values(methods).some((operation) => operation.security === undefined),
  );
  expect(open.map(([path]) => path).sort()).toEqual(OPEN);
  for (const [path, methods] of Object.entries<Record<string, unknown>>(paths)) {
    if (OPEN.includes(path)) continue;
    for (const method of Object.keys(methods)) {
      const url = path.replaceAll(/\{\w+\}/g, 'x');
      const response = await desk.app.inject({ method: method.toUpperCase() as 'GET', url });
      expect([method, path, response.statusCode]).toEqual([method, path, 401]);
    }
  }
  await desk.app.close();
  await stores.close();
});
