import type { SweepDeps } from '../../src/conversation/changes/sweep-desk.ts';
import type { DeskSettings } from '../../src/desk/desk-settings.ts';
import type { ConversationEvent } from '../../src/domain/conversation.ts';
import type { HandoffDraft } from '../../src/domain/decision.ts';
import { InMemoryConversationStore } from './in-memory-conversation-store.ts';
import { ManualTime } from './manual-time.ts';
import { RecordingNotifier } from './recording-notifier.ts';
import { SCRIPTED_HANDOFF } from './scripted-engine.ts';
import { openDeskSettings, testDesk } from './test-desk.ts';

/** Everything that changes of hand-offs need, over fakes, with a clock that stands still. */
export function deskWorld(settings: DeskSettings = openDeskSettings()) {
  const [store, clock, notifier] = [new InMemoryConversationStore(), new ManualTime(), new RecordingNotifier()];
  const { desk, presence } = testDesk({ store, clock }, settings);
  let ids = 0;
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const deps: SweepDeps = { store, clock, notifier, desk, newId: () => `id-${++ids}`, onError };
  return {
    ...{ store, clock, notifier, desk, presence, deps, errors },
    /** A conversation whose customer wrote and waits for a person. */
    async waiting(id: string, draft: Partial<HandoffDraft> = {}, text = 'I want a person'): Promise<string> {
      const at = clock.now();
      const handoffId = `h-${id}`;
      await store.append(id, 0, [
        { type: 'customer_wrote', at, messageId: 'm1', text },
        { type: 'handoff_opened', at, handoffId, draft: { ...SCRIPTED_HANDOFF, ...draft } },
      ]);
      return handoffId;
    },
    /** An agent who is there and takes offers. */
    async arrives(agentId: string, teams: string[] = [], languages: ('zh' | 'en')[] = []): Promise<void> {
      await presence.set({ agentId, name: agentId, available: true, teams, languages, seenAt: clock.now() });
      await desk.refresh();
    },
    /** The last lines of the system in a conversation, by code. */
    async told(id: string): Promise<string[]> {
      const events = await store.load(id);
      return events.flatMap((event) => (event.type === 'system_said' ? [event.code] : []));
    },
    async types(id: string): Promise<ConversationEvent['type'][]> {
      return (await store.load(id)).map(({ type }) => type);
    },
  };
}
