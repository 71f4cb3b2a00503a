import { readFile } from 'node:fs/promises';
import { createChatwootApi } from './adapters/chatwoot/chatwoot-api.ts';
import { createPostWebhook } from './adapters/webhook/post-webhook.ts';
import { createKfApi } from './adapters/wechat/kf-api.ts';
import { createOfficialAccountApi } from './adapters/wechat/official-account-api.ts';
import { type ChannelSettings, NO_CHANNELS, parseChannelSettings } from './channels/channel-settings.ts';
import type { Config } from './config.ts';
import { InvalidInputError } from './domain/errors.ts';
import type { ChannelParts, WeChatConnection } from './http/channel-routes.ts';
import type { Stores } from './open-stores.ts';
import { maskPersonalData } from './privacy/mask-personal-data.ts';

/**
 * Webhooks and channels over the stores, as the settings have them.
 * @throws InvalidInputError naming file, line and field when channels.yaml is wrong.
 */
export async function openChannels(
  stores: Stores,
  config: Pick<Config, 'webhookAllowPrivate' | 'channelsFile' | 'environment'>,
): Promise<ChannelParts> {
  const { wechat, chatwoot } = await readChannelSettings(config);
  const allowPrivate = config.webhookAllowPrivate;
  return {
    outbox: stores.outbox,
    endpoints: stores.webhooks,
    channels: stores.channels,
    feed: stores.feed,
    post: createPostWebhook({ allowPrivate }),
    mask: maskPersonalData,
    allowPrivate,
    wechat: wechat.map(connectWeChat),
    chatwoot: chatwoot.map(({ url, accessToken, ...account }) => ({
      account,
      api: createChatwootApi({ url, accessToken }),
    })),
  };
}

async function readChannelSettings({
  channelsFile: { path, isDefault },
  environment,
}: Pick<Config, 'channelsFile' | 'environment'>): Promise<ChannelSettings> {
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch (error) {
    // The file in the data folder is made by whoever wants channels; one that was named must be there.
    if (isDefault && (error as NodeJS.ErrnoException).code === 'ENOENT') return NO_CHANNELS;
    throw new InvalidInputError(`${path} cannot be read`, error);
  }
  return parseChannelSettings(path, source, environment);
}

function connectWeChat({ api, secret, ...account }: ChannelSettings['wechat'][number]): WeChatConnection {
  const credentials = { api, secret, id: account.id };
  if (account.kind === 'kf') return { account, api: createKfApi(credentials) };
  return { account: { ...account, people: 'desk' }, api: createOfficialAccountApi(credentials) };
}
