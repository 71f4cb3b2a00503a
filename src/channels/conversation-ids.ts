import { createHmac, randomBytes } from 'node:crypto';
import type { ChannelStore } from '../ports/channel-store.ts';

/** Makes the id of a conversation out of what the other side calls it. */
export type ConversationIds = (channel: string, name: string) => string;

const KEY = 'conversation-key';
/** 22 characters of base64url carry 132 bits. */
const LENGTH = 22;

/**
 * Ids that come out the same each time and that nobody can guess: whoever knows a conversation's id can read it, and
 * names from outside (`user-1`, a phone number) are guessed easily. The key is made once and kept in the store, so that
 * every process makes the same ids.
 */
export async function openConversationIds(store: ChannelStore): Promise<ConversationIds> {
  const key = await store.settle(KEY, randomBytes(32).toString('base64'));
  return (channel, name) => {
    const hash = createHmac('sha256', Buffer.from(key, 'base64')).update(`${channel}\n${name}`).digest('base64url');
    return `${channel}.${hash.slice(0, LENGTH)}`;
  };
}
