import { expect, it } from 'vitest';
import { offeredTopics } from './offered-topics.ts';

it('reads the topics at the end', () => {
  expect(offeredTopics('亲，您想问的是下面哪一个呢？\n1. 退款多久到账？\n2. 怎么退货？')).toEqual({
    question: '亲，您想问的是下面哪一个呢？',
    topics: ['退款多久到账？', '怎么退货？'],
  });
});

it('leaves a question without a list as it is', () => {
  expect(offeredTopics('Which order is it?')).toEqual({ question: 'Which order is it?', topics: [] });
  expect(offeredTopics('1. first\nand then?').topics).toEqual([]);
});
