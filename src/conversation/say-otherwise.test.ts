import { expect, it } from 'vitest';
import { partToSay } from './say-otherwise.ts';
import { wasSaid } from './was-said.ts';

const citation = { article: 'a', title: '保价', heading: '', version: '1' };
const [opening, period, how] = [
  '可以申请保价。',
  '期限\n付款后 7 天内\n大促期间 15 天内',
  '申请方法\n我的订单里点保价',
];
const passage = {
  ...{ citation, intents: [], text: [opening, period, how].join('\n') },
  parts: [period, '付款后 7 天内', opening, how],
};
const part = (text: string, ...replies: string[]) => partToSay(passage, { text, language: 'zh' }, replies);

it('knows what was said word for word, with whatever stands around it', () => {
  expect(wasSaid('可以。', ['非常抱歉。可以。'])).toBe(true);
  expect(wasSaid('可以。', ['不行。'])).toBe(false);
});

it('says the part that holds what is asked, of several the nearest', () => {
  expect(part('那多久呢')).toBe(period);
  expect(part('订单里申请吗')).toBe(how);
});

it('says nothing twice', () => {
  expect(part('那多久呢', passage.text, period)).toBeUndefined();
});

it('has no part of an article that is hardly longer', () => {
  const short = { ...passage, text: period, parts: [period] };
  expect(partToSay(short, { text: '那多久呢', language: 'zh' }, [])).toBeUndefined();
});
