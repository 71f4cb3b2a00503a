import type { Engine } from './conversation/engine.ts';
import { emptyConversation } from './conversation/state/fold-conversation.ts';
import type { Language } from './domain/understanding.ts';

/** Between them they go through everything a turn may read: articles, numbers, spelling, tone, hand-offs. */
const MESSAGES: Readonly<Record<Language, readonly string[]>> = {
  zh: ['你好，订单20260101123456什么时候发货？衣服不合适可以退吗', '等了三天还没人理我，太气人了，转人工'],
  en: [
    'hello, where is order 20260101123456? can i return a dress, and who pays for shiping',
    'nobody has answered for three days, this is a disgrace, get me a person',
  ],
};

/** The first takes some four times as long as those after it, of which every one is a little faster. */
const ROUNDS = 3;

/**
 * Takes a few made-up turns and throws them away: tables are then read and code is compiled before the first customer
 * would have to wait half a second for it, and everybody else with them. The languages side by side: each has threads of
 * its own.
 */
export async function warmUp(engine: Engine, now: number): Promise<void> {
  await Promise.all(
    Object.values(MESSAGES).map(async (messages) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const text of messages) {
          engine.looksComplete(text);
          await engine.runTurn(emptyConversation('warm-up'), { texts: [text], now });
        }
      }
    }),
  );
}
