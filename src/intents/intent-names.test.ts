import { expect, test } from 'vitest';
import { fitIntentNames, nameCosines, nameTexts } from './intent-names.ts';

test('reads names as they would be said, if they are in the language of the messages', () => {
  expect(nameTexts(['cancelOrder', 'order_status', 'EMI'], 'en')).toEqual(['cancel order', 'order status', 'emi']);
  expect(nameTexts(['买家咨询运费', '催促发货'], 'zh')).toEqual(['买家咨询运费', '催促发货']);
  expect(nameTexts(['cancel_order', 'order_status'], 'zh')).toEqual([]);
  expect(nameTexts(['1', '2'], 'en')).toEqual([]);
});

test('a message is like the name that differs from all in the same way', () => {
  // Messages share the first axis, names the second; the third tells the intents apart.
  const names = fitIntentNames(
    { dimensions: 3, values: Float32Array.of(0, 0.8, 0.6, 0, 0.8, -0.6) },
    { dimensions: 3, values: Float32Array.of(0.8, 0, 0.6, 0.8, 0, -0.6) },
  );
  const cosines = new Float32Array(2);
  nameCosines(names, Float32Array.of(0.8, 0, 0.6), cosines);
  expect(cosines[0]).toBeCloseTo(1);
  expect(cosines[1]).toBeCloseTo(-1);
});
