import type { DeskClient } from '../shared/session/desk-client.ts';
import { FORGOTTEN_AFTER, type PageStorage } from '../shared/session/kept-state.ts';

/** Where this page kept the id of its conversation, and nothing else, before it shared the widget's session. */
const FORMER = 'conversation';

/** What taking over a former conversation needs. */
export interface FormerDeps {
  readonly client: Pick<DeskClient, 'read'>;
  readonly storage: Pick<PageStorage, 'getItem' | 'removeItem'>;
  readonly session: { goOnWith(id: string): void };
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Goes on, once, with the conversation that an older release of this page was in, unless it has been erased or left for
 * days. A server that does not answer is asked again at the next visit.
 */
export async function adoptFormer({ client, storage, session, now }: FormerDeps): Promise<void> {
  const id = storage.getItem(FORMER);
  if (id === null) return;
  const conversation = await client.read(id).catch(() => null);
  if (conversation === null) return;
  storage.removeItem(FORMER);
  const last = conversation?.transcript.at(-1);
  if (last && now - last.at < FORGOTTEN_AFTER) session.goOnWith(id);
}
