import type { ChannelDesk } from '../../src/channels/channel-deps.ts';

/** Remembers what people did at another desk, and changes nothing. */
export class RecordingChannelDesk implements ChannelDesk {
  readonly calls: { readonly what: 'takeOver' | 'giveBack'; readonly conversationId: string; readonly how: object }[] = [];

  async takeOver(conversationId: string, how: Parameters<ChannelDesk['takeOver']>[1]): Promise<void> {
    this.calls.push({ what: 'takeOver', conversationId, how });
  }

  async giveBack(conversationId: string, how: Parameters<ChannelDesk['giveBack']>[1] = {}): Promise<void> {
    this.calls.push({ what: 'giveBack', conversationId, how });
  }
}
