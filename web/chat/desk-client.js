/** Seconds before each further attempt, when the server names none. */
const PAUSES = [1, 2, 4];
const TRY_AGAIN = new Set([429, 502, 503, 504]);

/** The server understood and said no; `detail` says why. Sending the same again would change nothing. */
export class RefusedError extends Error {}

/**
 * Sends one message until it is answered. A retry carries the same `messageId`, so nothing is done twice however often
 * the network fails.
 * @param {string} conversationId
 * @param {{messageId: string, text: string, channel: string, locale: string}} message
 * @param {() => void} onRetry called before each further attempt
 * @returns {Promise<object>} the answer
 * @throws RefusedError when the server refuses it; any other error when every attempt failed.
 */
export async function sendMessage(conversationId, message, onRetry) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await post(`/v1/conversations/${conversationId}/messages`, message);
    } catch (error) {
      if (error instanceof RefusedError || attempt >= PAUSES.length) throw error;
      onRetry();
      await pause(error.retryAfter ?? PAUSES[attempt]);
    }
  }
}

/** The conversation as the server has it; undefined when it has none, null when it does not say. */
export async function readConversation(conversationId) {
  try {
    const response = await fetch(`/v1/conversations/${conversationId}`, { signal: AbortSignal.timeout(10_000) });
    if (response.status === 404) return undefined;
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** An id nobody can guess. Not `randomUUID`: browsers offer that on https only. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  if (response.status < 500 && !TRY_AGAIN.has(response.status)) throw new RefusedError(problem.detail ?? '');
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  throw Object.assign(new Error(`HTTP ${response.status}`), { retryAfter });
}

function pause(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
