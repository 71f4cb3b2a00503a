import { RemoteError } from '../../domain/errors.ts';
import type { ChatwootApi, ChatwootPlace } from '../../ports/chatwoot-api.ts';

/** Which Chatwoot, and on whose behalf. */
export interface ChatwootCredentials {
  /** Base URL of the installation, without a slash at the end. */
  readonly url: string;
  /** The access token of the agent bot. */
  readonly accessToken: string;
}

const TIMEOUT_MS = 10_000;

/** Chatwoot over its application API (`/api/v1/accounts/…`). */
export function createChatwootApi({ url, accessToken }: ChatwootCredentials): ChatwootApi {
  const post = async ({ accountId, conversationId }: ChatwootPlace, action: string, body: object) => {
    const path = `/api/v1/accounts/${accountId}/conversations/${conversationId}/${action}`;
    const headers = { api_access_token: accessToken, 'content-type': 'application/json' };
    const status = await send(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (status >= 200 && status < 300) return;
    // The conversation was deleted, or the token was: asking again would not help. Limits and outages pass.
    const isRetryable = status === 429 || status >= 500;
    throw new RemoteError(`Chatwoot answered ${action} with ${status}`, { isRetryable });
  };
  return {
    say: (place, content, { isNote, lineId }) =>
      post(place, 'messages', {
        ...{ content, message_type: 'outgoing', private: isNote },
        content_attributes: { xiaoer_line: lineId },
      }),
    open: (place) => post(place, 'toggle_status', { status: 'open' }),
  };
}

async function send(url: string, init: RequestInit): Promise<number> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    throw new RemoteError('Chatwoot does not answer', { isRetryable: true, cause });
  }
}
