import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { KfAccount } from '../channels/wechat/kf-account.ts';
import type { OfficialAccount } from '../channels/wechat/official-account.ts';
import { type CallbackQuery, openEnvelope, sealReply, verifyAddress } from '../channels/wechat/open-envelope.ts';
import { readWeChatMessage } from '../channels/wechat/wechat-message.ts';
import { writeWeChatXml } from '../channels/wechat/wechat-xml.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import { forbidden } from './auth-guard.ts';
import type { HttpServer } from './http-server.ts';
import { BODY_LIMIT } from './json-body.ts';
import { HttpError } from './problem-of-error.ts';

/** What the callbacks of WeChat need. */
export interface WeChatRoutesDeps {
  readonly accounts: readonly (OfficialAccount | KfAccount)[];
  readonly clock: Clock;
  readonly newId: NewId;
}

const field = z.string().max(1_000).optional();
const query = z.looseObject({
  ...{ signature: field, msg_signature: field, timestamp: field, nonce: field, echostr: field },
});
const path = z.strictObject({ name: z.string().max(100) });
/** Tells WeChat that the message has arrived and that it should not wait. */
const SUCCESS = 'success';

/** Callbacks of WeChat: `/v1/channels/wechat/{name}` is what one enters there as the address of the server. */
export async function registerWeChatRoutes(app: HttpServer, deps: WeChatRoutesDeps): Promise<void> {
  const { clock } = deps;
  await app.register(async (scope) => {
    acceptXml(scope);
    const server = scope as HttpServer;
    server.get('/v1/channels/wechat/:name', {
      schema: { hide: true, params: path, querystring: query } as { params: typeof path; querystring: typeof query },
      handler: async (request, reply) => {
        const { account } = accountOf(deps, request.params.name);
        const answer = verifyAddress(account, request.query, clock.now());
        if (answer === undefined) throw forbidden('The signature is not that of WeChat.');
        return reply.type('text/plain; charset=utf-8').send(answer);
      },
    });
    server.post('/v1/channels/wechat/:name', {
      schema: { hide: true, params: path, querystring: query } as { params: typeof path; querystring: typeof query },
      handler: async (request, reply) => {
        const account = accountOf(deps, request.params.name);
        const answer = await answerCallback(deps, account, request.query, String(request.body));
        return reply.type(answer === SUCCESS ? 'text/plain' : 'application/xml').send(answer);
      },
    });
  });
}

function acceptXml(scope: FastifyInstance): void {
  const options = { parseAs: 'string', bodyLimit: BODY_LIMIT } as const;
  scope.addContentTypeParser(['text/xml', 'application/xml'], options, (_request, body, done) => done(null, body));
}

function accountOf({ accounts }: WeChatRoutesDeps, name: string): OfficialAccount | KfAccount {
  const found = accounts.find(({ account }) => account.name === name);
  if (!found) throw new HttpError({ status: 404, code: 'not_found', detail: `There is no account ${name}.` });
  return found;
}

async function answerCallback(
  { clock, newId }: WeChatRoutesDeps,
  receiver: OfficialAccount | KfAccount,
  query: CallbackQuery,
  body: string,
): Promise<string> {
  const { account } = receiver;
  const fields = openEnvelope(account, query, body, clock.now());
  if (!fields) throw forbidden('The message is not one of WeChat for this account.');
  if (isKf(receiver)) {
    if (fields.Event === 'kf_msg_or_event') {
      await receiver.receive({ openKfId: fields.OpenKfId ?? '', token: fields.Token ?? '' });
    }
    return SUCCESS;
  }
  const message = readWeChatMessage(fields);
  const reply = message && (await receiver.receive(message));
  if (reply === undefined) return SUCCESS;
  const now = clock.now();
  const xml = writeWeChatXml({
    ...{ ToUserName: message?.openId ?? '', FromUserName: fields.ToUserName ?? '' },
    ...{ CreateTime: Math.floor(now / 1_000), MsgType: 'text', Content: reply },
  });
  return sealReply(account, xml, { now, nonce: newId().replaceAll('-', '').slice(0, 16) });
}

function isKf(receiver: OfficialAccount | KfAccount): receiver is KfAccount {
  return receiver.account.kind === 'kf';
}
