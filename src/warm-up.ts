import type { Engine } from './conversation/engine.ts';
import { emptyConversation } from './conversation/state/fold-conversation.ts';

/** Between them they go through everything a turn may read: articles, numbers, spelling, tone, hand-offs. */
const MESSAGES: readonly string[] = [
  '你好，订单20260101123456什么时候发货？衣服不合适可以退吗，运费谁出',
  '等了三天还没人理我，太气人了，转人工',
  'hello, where is order 20260101123456? can i return a dress that does not fit, and who pays for shiping',
  'nobody has answered for three days, this is a disgrace, get me a person',
];

/** Code runs at its full speed only after it has run for a while; the models run in the first round alone. */
const ROUNDS = 10;

/**
 * Takes a few made-up turns and throws them away: tables are then read and code is compiled before the first customer
 * would have to wait a fifth of a second for it, and everybody else with them.
 */
export async function warmUp(engine: Engine, now: number): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of MESSAGES) {
      engine.looksComplete(text);
      await engine.runTurn(emptyConversation('warm-up'), { texts: [text], now });
    }
  }
}
