import { createPostWebhook } from './adapters/webhook/post-webhook.ts';
import type { Config } from './config.ts';
import type { ChannelParts } from './http/channel-routes.ts';
import type { Stores } from './open-stores.ts';
import { maskPersonalData } from './privacy/mask-personal-data.ts';

/** Webhooks and channels over the stores, as the settings have them. */
export function channelsOver(
  stores: Stores,
  { webhookAllowPrivate }: Pick<Config, 'webhookAllowPrivate'>,
): ChannelParts {
  return {
    outbox: stores.outbox,
    endpoints: stores.webhooks,
    channels: stores.channels,
    feed: stores.feed,
    post: createPostWebhook({ allowPrivate: webhookAllowPrivate }),
    mask: maskPersonalData,
    allowPrivate: webhookAllowPrivate,
  };
}
