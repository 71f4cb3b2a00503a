import { expect, test } from 'vitest';
import { splitRequests } from './split-requests.ts';

test.each([
  ['衣服什么时候发货？另外帮我开个发票', ['衣服什么时候发货', '帮我开个发票']],
  ['where is my parcel and also can i return it', ['where is my parcel', 'can i return it']],
  ['你好，在吗，怎么退货呀亲', []],
  ['怎么退货', []],
  ['', []],
])('%s', (text, parts) => expect(splitRequests(text)).toEqual(parts));

test('at most four parts', () => expect(splitRequests('我要退货的，'.repeat(50))).toHaveLength(4));
