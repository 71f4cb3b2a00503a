import type { Preferences } from '../browser/preferences.ts';
import type { Router } from '../browser/route.ts';
import type { DeskClient } from '../client/desk-client.ts';
import type { TextStorage } from '../state/drafts.ts';

/** What the page is made of. */
export interface AppProps {
  readonly client: DeskClient;
  readonly preferences: Preferences;
  readonly router: Router;
  readonly storage: TextStorage;
}
