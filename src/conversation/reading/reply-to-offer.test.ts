import { describe, expect, it } from 'vitest';
import { allTopics, confirmedTopic, declinesOffer } from './reply-to-offer.ts';

const offered = (...options: string[]) => ({ awaiting: { slot: 'topic' as const, text: '券', options } });

describe('confirmedTopic', () => {
  it.each(['是的', '对', '嗯嗯', '是的呢 谢谢', '对对对', 'Yes', 'yeah please', "that's it", 'ok'])(
    'is named by %s',
    (text) => {
      expect(confirmedTopic(offered('优惠券怎么用'), text)).toBe('优惠券怎么用');
    },
  );

  it.each(['是的，那什么时候到', '不是', '好像是', 'yes but in blue', 'right size?', 'no'])(
    'is not named by %s',
    (text) => {
      expect(confirmedTopic(offered('优惠券怎么用'), text)).toBeUndefined();
    },
  );

  it('needs one topic: which of several does yes mean', () => {
    expect(confirmedTopic(offered('优惠券怎么用', '优惠券怎么领'), '是的')).toBeUndefined();
    expect(confirmedTopic({}, '是的')).toBeUndefined();
  });
});

describe('allTopics', () => {
  const two = offered('优惠券怎么用', '优惠券怎么领');

  it.each([
    '两个都要',
    '都想知道',
    '我两个都想问一下',
    '都',
    'both',
    'both please',
    'i want both of them',
    'all of these',
  ])('are asked for by %s', (text) => {
    expect(allTopics(two, text)).toEqual(['优惠券怎么用', '优惠券怎么领']);
  });

  it.each(['都不是', '两个都不是', '两个多少钱', '都要钱吗', 'both arrived broken', 'all wrong', '第二个', 'both?'])(
    'are not asked for by %s',
    (text) => {
      expect(allTopics(two, text)).toEqual([]);
    },
  );

  it('need several', () => {
    expect([allTopics(offered('优惠券怎么用'), '都要'), allTopics({}, 'both')]).toEqual([[], []]);
  });
});

describe('declinesOffer', () => {
  it.each(['不是', '都不是', '不是这个', '没有', 'no', 'nope sorry', 'none of those', 'Neither.'])(
    'hears %s',
    (text) => {
      expect(declinesOffer(offered('优惠券怎么用', '优惠券怎么领'), text)).toBe(true);
    },
  );

  it.each(['不是这个尺码', '没有收到', 'no thanks', 'no idea how', '不是吗？', 'no?', '是的'])(
    'leaves %s alone',
    (text) => {
      expect(declinesOffer(offered('优惠券怎么用'), text)).toBe(false);
    },
  );

  it('needs an offer', () => {
    expect(declinesOffer({ awaiting: { slot: 'topic', text: '券' } }, '不是')).toBe(false);
    expect(declinesOffer({ awaiting: { slot: 'order_number', text: '到哪了' } }, '没有')).toBe(false);
  });
});
