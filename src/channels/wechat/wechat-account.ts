/** An account of WeChat as the shop has set it up. */
export interface WeChatAccount {
  /** Part of the callback's address and of our own names: lower-case letters, digits, `-`. */
  readonly name: string;
  /** `official`: an official account (公众号). `kf`: WeChat customer service of a company (企业微信·微信客服). */
  readonly kind: 'official' | 'kf';
  /** AppID of the official account, or CorpID of the company. */
  readonly id: string;
  /** The token of the callback, made up by the shop. */
  readonly token: string;
  /** 43 characters. Without it, an official account's callbacks are not encrypted. */
  readonly encodingAesKey?: string;
  /** Who takes over from the bot: our own desk, or the company's people in WeCom (only `kf`). */
  readonly people: 'desk' | 'wecom';
}

/** The channel's name: the beginning of its conversations' ids and the name of its target. */
export const weChatChannel = ({ name }: Pick<WeChatAccount, 'name'>): string => `wechat.${name}`;
