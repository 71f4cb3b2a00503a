import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { HttpServer } from './http-server.ts';

const DESCRIPTION = `The front desk of an online shop.

Conversations are started and continued by messages; when a person is needed, a hand-off appears in the agents' queue.
Every error is \`application/problem+json\` (RFC 9457). After a broken connection, and after a 503 once the seconds in
\`Retry-After\` are over, send the same request with the same \`messageId\` again: nothing is done twice.`;

const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'xiaoer_session',
    description: 'Set by `POST /v1/session`. For people, from our own pages only.',
  },
  shopKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made by an admin (`POST /v1/keys`). For programs; keep it out of browsers.',
  },
} as const;

/** Ours is often served over plain http within a shop's network, where upgrading would ask for what is not there. */
function transformStaticCSP(policy: string): string {
  return policy
    .replace('upgrade-insecure-requests;', '')
    .replaceAll(' https:', '')
    .replace(' validator.swagger.io', '')
    .trim();
}

/** Describes every route registered after it, at /openapi.json, and shows the description at /docs. */
export async function registerOpenApi(app: HttpServer, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Xiaoer', version, description: DESCRIPTION, license: { name: 'MIT' } },
      tags: [
        { name: 'customer', description: 'What a chat window or a channel needs.' },
        { name: 'agent', description: 'What the people who take over need.' },
        { name: 'webhooks', description: 'What other systems are told, and how they get what was missed.' },
        { name: 'channels', description: 'Other ways in: clients of Rasa and of the OpenAI API, WeChat, Chatwoot.' },
        { name: 'account', description: 'Logging in and out.' },
        { name: 'admin', description: 'Who may do what, who did what, and what is kept of customers.' },
        { name: 'operations', description: 'What whoever runs the server needs.' },
      ],
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, transformStaticCSP });
  app.get('/openapi.json', { schema: { hide: true } as object, handler: async () => app.swagger() });
}
