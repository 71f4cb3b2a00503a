import { expect, it } from 'vitest';
import { partToSay } from './say-otherwise.ts';
import { wasSaid } from './was-said.ts';

const citation = { article: 'a', title: '保价', heading: '', version: '1' };
const [opening, period, how] = [
  '可以申请保价。',
  '期限\n付款后 7 天内\n大促期间 15 天内',
  '申请方法\n我的订单里点保价',
];
/** Of the sections here, all but the opening have a heading. */
function asPart(text: string) {
  return { text, heading: text.includes('\n') ? text.slice(0, text.indexOf('\n')) : '' };
}
const passage = {
  ...{ citation, intents: [], text: [opening, period, how].join('\n') },
  parts: [period, opening, how].map(asPart),
};
const part = (text: string, ...replies: string[]) => partToSay(passage, { text, language: 'zh' }, replies)?.text;

it('knows what was said word for word, with whatever stands around it', () => {
  expect(wasSaid('可以。', ['非常抱歉。可以。'])).toBe(true);
  expect(wasSaid('可以。', ['不行。'])).toBe(false);
});

it('says the part that holds what is asked, of several the one that begins like it', () => {
  expect(part('订单里申请吗')).toBe(how);
  expect(part('大促期间呢')).toBe(period);
  const [unsent, sent] = ['还没发货\n可以改发货地址', '已经发货\n改不了发货地址'];
  const address = { ...passage, text: `地址能改吗\n${unsent}\n${sent}`, parts: [unsent, sent].map(asPart) };
  expect(partToSay(address, { text: '已经发货了呢', language: 'zh' }, [])?.text).toBe(sent);
});

it('says no part that holds nothing of what is asked', () => {
  expect(part('那多久呢')).toBeUndefined();
  expect(part('毛衣洗过一次')).toBeUndefined();
});

it('says nothing twice', () => {
  expect(part('大促期间呢', passage.text, period)).toBeUndefined();
});

it('has no part of an article that is hardly longer', () => {
  const short = { ...passage, text: period, parts: [asPart(period)] };
  expect(partToSay(short, { text: '大促期间呢', language: 'zh' }, [])).toBeUndefined();
});
