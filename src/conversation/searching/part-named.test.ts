import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/understanding.ts';
import { partNamed } from './part-named.ts';

const PARTS = ['等级', '积分', '宝宝生日券', '没有实体店', '发货时间'];
const partOf = (article: string, heading: string) => ({ article, heading }) as never;
const only = (parts: readonly string[]) => ({
  probability: 0.5,
  candidates: [
    { article: 'a', title: 'A', score: 0.5, parts },
    { article: 'b', title: 'B', score: 0.1, parts: ['积分'] },
  ],
});
const named = (text: string, parts: readonly string[] = PARTS, language: Language = 'zh') =>
  (partNamed(only(parts), { text, language }, partOf) as unknown as { heading: string } | undefined)?.heading;

describe('partNamed', () => {
  it.each([
    ['积分能换多少钱', '积分'],
    ['有没有实体店 想去看看车', '没有实体店'],
    ['你们发货时间是几点', '发货时间'],
  ])('is, of %s, the part on %s', (text, heading) => {
    expect(named(text)).toBe(heading);
  });

  it('is none where no heading is named, or only half of one, or two', () => {
    for (const text of ['能换多少钱', '发货后能改地址吗', '生日券没收到', '积分和等级都清零吗'])
      expect(named(text)).toBeUndefined();
  });

  it('knows English words by their stems, and none by words of any question', () => {
    const parts = ['Points', 'Renewal and cancelling', 'What you get', 'How long'];
    expect(named('how many point do i need', parts, 'en')).toBe('Points');
    expect(named('what do i get and how long', parts, 'en')).toBeUndefined();
    expect(named('about cancelling', parts, 'en')).toBeUndefined();
  });

  it('is none where another topic is nearly as likely', () => {
    const found = only(PARTS);
    const close = { ...found, candidates: found.candidates.map((each) => ({ ...each, score: 0.5 })) };
    expect(partNamed(close, { text: '积分能换多少钱', language: 'zh' }, partOf)).toBeUndefined();
    expect(partNamed({ probability: 0, candidates: [] }, { text: '积分', language: 'zh' }, partOf)).toBeUndefined();
  });
});
