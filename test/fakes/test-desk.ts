import { createDesk, type Desk } from '../../src/desk/desk.ts';
import type { DeskSettings } from '../../src/desk/desk-settings.ts';
import { parseDeskSettings } from '../../src/desk/read-desk-settings.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';
import { InMemoryPresenceStore } from './in-memory-presence-store.ts';

const ALWAYS = `hours: {week: {${['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  .map((day) => `${day}: [00:00-24:00]`)
  .join(', ')}}}\n`;

/** Settings of a desk that never closes; `yaml` says what else is different. */
export function openDeskSettings(yaml = ''): DeskSettings {
  return parseDeskSettings('desk.yaml', ALWAYS + yaml);
}

/** A desk over fakes that never closes, with nobody there until `presence` says so and `refresh` is called. */
export function testDesk(
  deps: { readonly store: ConversationStore; readonly clock: Clock },
  settings: DeskSettings = openDeskSettings(),
): { desk: Desk; presence: InMemoryPresenceStore } {
  const presence = new InMemoryPresenceStore();
  return { desk: createDesk({ ...deps, presence, settings: () => settings }), presence };
}
