import { RemoteError } from '../../domain/errors.ts';
import type { ChatwootApi, ChatwootPlace } from '../../ports/chatwoot-api.ts';

/** Which Chatwoot, and on whose behalf. */
export interface ChatwootCredentials {
  /** Base URL of the installation, without a slash at the end. */
  readonly url: string;
  /** The access token of the agent bot. */
  readonly accessToken: string;
}

/**
 * Long, as a line that was taken late would be said twice: agent bots may not read what a conversation holds, and
 * Chatwoot tells no repeated line from a new one.
 */
const TIMEOUT_MS = 30_000;

/** Chatwoot over its application API (`/api/v1/accounts/…`). */
export function createChatwootApi({ url, accessToken }: ChatwootCredentials): ChatwootApi {
  const post = async ({ accountId, conversationId }: ChatwootPlace, action: string, body: object) => {
    const path = `/api/v1/accounts/${accountId}/conversations/${conversationId}/${action}`;
    const headers = { api_access_token: accessToken, 'content-type': 'application/json' };
    const { status, date } = await send(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (status >= 200 && status < 300) return date;
    // The conversation was deleted, or the token was: asking again would not help. Limits and outages pass.
    const isRetryable = status === 429 || status >= 500;
    throw new RemoteError(`Chatwoot answered ${action} with ${status}`, { isRetryable });
  };
  return {
    async say(place, content, { isNote, lineId }) {
      await post(place, 'messages', {
        ...{ content, message_type: 'outgoing', private: isNote },
        content_attributes: { xiaoer_line: lineId },
      });
    },
    async open(place) {
      const date = Date.parse((await post(place, 'toggle_status', { status: 'open' })) ?? '');
      return Number.isFinite(date) ? date : undefined;
    },
  };
}

async function send(url: string, init: RequestInit): Promise<{ status: number; date: string | null }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return { status: response.status, date: response.headers.get('date') };
  } catch (cause) {
    throw new RemoteError('Chatwoot does not answer', { isRetryable: true, cause });
  }
}
