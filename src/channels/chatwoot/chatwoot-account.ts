/** A Chatwoot installation whose agent bot the front desk is. */
export interface ChatwootAccount {
  /** Part of our own names: lower-case letters, digits, `-`. */
  readonly name: string;
  /** The secret part of the webhook's address. */
  readonly token: string;
  /** Signs webhooks, where the installation does so. */
  readonly webhookSecret?: string;
}

/** The channel's name: the beginning of its conversations' ids and the name of its target. */
export const chatwootChannel = ({ name }: Pick<ChatwootAccount, 'name'>): string => `chatwoot.${name}`;
