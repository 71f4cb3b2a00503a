import { expect, it } from 'vitest';
import { type KeptConversation, KeptState, memoryStorage } from './kept-state.ts';

const conversation: KeptConversation = { id: 'c', isBegun: true, seen: 4, usedAt: 1000, answerRatings: { 2: 5 } };
const message = (messageId: string, at: number) => ({ messageId, text: `text ${messageId}`, at });

it('keeps a conversation for one customer of one shop, for three days', () => {
  const storage = memoryStorage();
  new KeptState(storage, 'shop:lin').keep(conversation);
  expect(new KeptState(storage, 'shop:lin').conversation(2000)).toEqual(conversation);
  expect(new KeptState(storage, 'shop:chen').conversation(2000)).toBeUndefined();
  expect(new KeptState(storage, 'shop:lin').conversation(1000 + 3 * 86_400_000)).toBeUndefined();
});

it('keeps each unsent message by itself, also those of another tab, oldest first', () => {
  const storage = memoryStorage();
  const [one, other] = [new KeptState(storage, 's'), new KeptState(storage, 's')];
  other.saveUnsent('c', message('b', 2));
  one.saveUnsent('c', message('a', 1));
  one.saveUnsent('another', message('x', 0));
  expect(one.unsent('c').map(({ messageId }) => messageId)).toEqual(['a', 'b']);
  other.removeUnsent('c', 'a');
  expect(one.unsent('c')).toEqual([message('b', 2)]);
});

it('moves to another conversation what waits, and not what is on its way from any tab', () => {
  const storage = memoryStorage();
  const [one, other] = [new KeptState(storage, 's'), new KeptState(storage, 's')];
  other.saveUnsent('c', message('under way', 1), true);
  other.saveUnsent('c', message('failed', 2), true);
  other.saveUnsent('c', message('failed', 2));
  one.saveUnsent('c', message('never tried', 3));
  one.moveUnsent('c', 'd');
  expect(one.unsent('c')).toEqual([message('under way', 1)]);
  expect(one.unsent('d')).toEqual([message('failed', 2), message('never tried', 3)]);
});

it('goes on when the storage holds nonsense or takes nothing', () => {
  const storage = memoryStorage();
  storage.setItem('xiaoer:s:conversation', '{broken');
  storage.setItem('xiaoer:s:unsent:c:a', 'null');
  const kept = new KeptState(storage, 's');
  expect([kept.conversation(0), kept.unsent('c')]).toEqual([undefined, []]);
  const full = new KeptState(
    {
      ...storage,
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    },
    's',
  );
  expect(() => full.keep(conversation)).not.toThrow();
});
