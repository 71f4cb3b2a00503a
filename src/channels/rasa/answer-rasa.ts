import type { MessageHandler } from '../../conversation/lane/handle-message.ts';
import type { MessageAnswer } from '../../conversation/lane/message-answer.ts';
import { InvalidFieldError } from '../../domain/errors.ts';
import type { Customer } from '../../domain/turn.ts';
import type { NewId } from '../../ports/clock.ts';
import { cleanText } from '../clean-text.ts';
import type { ConversationIds } from '../conversation-ids.ts';
import { type UnheardDeps, unheardLines, withReply } from '../unheard-lines.ts';

/** What answering needs. */
export interface RasaDeps extends UnheardDeps {
  readonly messages: Pick<MessageHandler, 'handle'>;
  readonly ids: ConversationIds;
  readonly newId: NewId;
}

/** A message as a client of Rasa's REST channel sends it. */
export interface RasaRequest {
  readonly sender: string;
  readonly message: string;
  /** Read of it: `message_id`, `customer_id`, `customer_name`, `tier`, `locale`. */
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

/** One message back, as Rasa's collecting output channel writes it. */
export type RasaMessage =
  | { readonly recipient_id: string; readonly text: string }
  | { readonly recipient_id: string; readonly custom: Readonly<Record<string, unknown>> };

/**
 * Answers a message: what agents have said meanwhile, the bot's reply, and a custom message `handoff` when a person was
 * called. Nothing while a person is in charge and says nothing.
 * @throws InvalidFieldError when the `message_id` cannot be one: a made up one would answer a repeated request twice
 */
export async function answerRasa(deps: RasaDeps, request: RasaRequest): Promise<RasaMessage[]> {
  const { sender: recipient_id, metadata } = request;
  const text = cleanText(request.message);
  if (text === '') return [];
  const conversationId = deps.ids('rasa', recipient_id);
  const messageId = identifier(metadata?.message_id) ?? deps.newId();
  const locale = word(metadata?.locale);
  const customer = customerOf(metadata);
  const answer = await deps.messages.handle(conversationId, { messageId, text, customer, channel: 'rasa', locale });
  const unheard = await unheardLines(deps, conversationId, messageId);
  const texts = withReply(unheard, answer);
  return [...texts.map((line) => ({ recipient_id, text: line })), ...handoff(recipient_id, answer)];
}

function handoff(recipient_id: string, { handoff: opened, conversation }: MessageAnswer): RasaMessage[] {
  return opened ? [{ recipient_id, custom: { handoff: opened, conversation } }] : [];
}

function customerOf(metadata: RasaRequest['metadata']): Customer | undefined {
  const [id, name, tier] = ['customer_id', 'customer_name', 'tier'].map((key) => word(metadata?.[key]));
  return id || name || tier ? { id, name, tier } : undefined;
}

function word(value: unknown): string | undefined {
  const text = typeof value === 'string' ? cleanText(value).replaceAll(/\s+/g, ' ').trim() : '';
  return text === '' ? undefined : text.slice(0, 128);
}

function identifier(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^[\w.:~@-]{1,120}$/.test(text)) return text;
  throw new InvalidFieldError('metadata.message_id', 'must be 1 to 120 letters, digits or any of . _ : ~ @ -');
}
