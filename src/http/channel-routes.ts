import type { ChannelDesk } from '../channels/channel-deps.ts';
import { AgentBot } from '../channels/chatwoot/agent-bot.ts';
import type { ChatwootAccount } from '../channels/chatwoot/chatwoot-account.ts';
import { openConversationIds } from '../channels/conversation-ids.ts';
import { Courier } from '../channels/courier.ts';
import type { Mask } from '../channels/webhook/webhook-event.ts';
import { type PostWebhook, webhookTargets } from '../channels/webhook/webhook-target.ts';
import { KfAccount } from '../channels/wechat/kf-account.ts';
import { OfficialAccount } from '../channels/wechat/official-account.ts';
import type { WeChatAccount } from '../channels/wechat/wechat-account.ts';
import type { HandoffDeps } from '../conversation/changes/change-handoff.ts';
import { giveBack, takeOver } from '../conversation/changes/take-over.ts';
import type { MessageHandler } from '../conversation/lane/handle-message.ts';
import type { StartTimer } from '../conversation/start-timer.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { ChatwootApi } from '../ports/chatwoot-api.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { WebhookEndpointStore } from '../ports/webhook-endpoint-store.ts';
import type { KfApi, OfficialAccountApi } from '../ports/wechat-api.ts';
import { registerChatwootRoutes } from './channel-chatwoot-routes.ts';
import { registerOpenAiRoutes } from './channel-openai-routes.ts';
import { registerRasaRoutes } from './channel-rasa-routes.ts';
import { registerWeChatRoutes } from './channel-wechat-routes.ts';
import type { HttpServer } from './http-server.ts';
import { registerWebhookRoutes } from './webhook-routes.ts';

/** An account of WeChat with the API that sends for it. */
export type WeChatConnection =
  | { readonly account: WeChatAccount & { readonly kind: 'official' }; readonly api: OfficialAccountApi }
  | { readonly account: WeChatAccount & { readonly kind: 'kf' }; readonly api: KfApi };

/** What talks to the outside besides pages: webhooks and channels. */
export interface ChannelParts {
  readonly outbox: Outbox;
  readonly endpoints: WebhookEndpointStore;
  readonly channels: ChannelStore;
  readonly feed: ChangeFeed;
  readonly post: PostWebhook;
  /** Put over the texts of webhooks. */
  readonly mask: Mask;
  /** Whether webhooks may go to one's own network, and by plain http. */
  readonly allowPrivate: boolean;
  readonly wechat?: readonly WeChatConnection[];
  readonly chatwoot?: readonly { readonly account: ChatwootAccount; readonly api: ChatwootApi }[];
}

/** What the application lends to its channels. */
export interface ChannelLoan extends HandoffDeps {
  readonly messages: Pick<MessageHandler, 'handle'>;
  readonly startTimer: StartTimer;
  readonly isReady: () => boolean;
}

/** Registers every channel, and has what happens brought to whoever is to hear it while the application is open. */
export async function registerChannels(app: HttpServer, parts: ChannelParts, loan: ChannelLoan): Promise<void> {
  const wake = () => courier.wake();
  const desk: ChannelDesk = {
    takeOver: (conversationId, takeover) => takeOver(loan, conversationId, takeover),
    giveBack: (conversationId, options) => giveBack(loan, conversationId, options),
  };
  const ids = await openConversationIds(parts.channels);
  const deps = { ...parts, ...loan, desk, ids, random: Math.random, wake };
  const accounts = (parts.wechat ?? []).map(({ account, api }) =>
    account.kind === 'kf'
      ? new KfAccount(account, api as KfApi, deps)
      : new OfficialAccount(account, api as OfficialAccountApi, deps),
  );
  const bots = (parts.chatwoot ?? []).map(({ account, api }) => new AgentBot(account, api, deps));
  const fixed = [...accounts, ...bots].flatMap((channel) => channel.targets());
  const courier = new Courier({
    ...deps,
    targets: async () => [...(await webhookTargets(deps)), ...fixed],
    tidy: (now) => parts.channels.prune(now),
    log: (event) => app.log.warn(event, 'not delivered'),
  });
  registerWebhookRoutes(app, deps);
  registerRasaRoutes(app, deps);
  await registerOpenAiRoutes(app, deps);
  await registerWeChatRoutes(app, { ...deps, accounts });
  await registerChatwootRoutes(app, { ...deps, bots });
  app.addHook('onReady', async () => courier.start());
  app.addHook('preClose', () => courier.stop());
}
