import { createHash } from 'node:crypto';
import { cleanText } from '../clean-text.ts';

/** One message of a chat as clients of the OpenAI API send it; unknown roles and parts are allowed and ignored. */
export interface ChatMessage {
  readonly role: string;
  readonly content?: string | null | readonly { readonly type: string; readonly text?: string }[];
}

/** What customer and assistant said to one another. */
export interface ChatLine {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** A request taken apart: what was said before, and what the customer says now. */
export interface ChatRequest {
  readonly history: readonly ChatLine[];
  /** '' when the last word is not the customer's, or says nothing. */
  readonly text: string;
}

/**
 * Takes the messages of a request apart. Instructions to a model (`system`, `developer`) and traffic of tools are left
 * out: the front desk answers from the shop's articles, whatever it is told to be. Several messages of the customer in
 * a row are one.
 */
export function readChat(messages: readonly ChatMessage[]): ChatRequest {
  const lines = messages.flatMap(lineOf);
  const said = lines.findLastIndex(({ role }) => role === 'assistant') + 1;
  return {
    history: lines.slice(0, said),
    text: lines
      .slice(said)
      .map(({ text }) => text)
      .join('\n'),
  };
}

/** Names a history by its content: 22 characters. */
export function hashLines(scope: string, lines: readonly ChatLine[]): string {
  const content = JSON.stringify([scope, ...lines.map(({ role, text }) => [role, text])]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

function lineOf({ role, content }: ChatMessage): ChatLine[] {
  if (role !== 'user' && role !== 'assistant') return [];
  const parts = typeof content === 'string' ? [content] : (content ?? []).map(({ text }) => text ?? '');
  const text = cleanText(parts.join('\n'));
  return text === '' ? [] : [{ role, text }];
}
