import { expect, it } from 'vitest';
import { partToSay, wasSaid } from './say-otherwise.ts';

const citation = { article: 'a', title: '保价', heading: '', version: '1' };
const passage = {
  ...{ citation, intents: [], text: '可以申请保价。\n期限\n付款后 7 天内\n大促 15 天内\n怎么申请\n我的订单里点保价' },
  nearest: ['期限\n付款后 7 天内\n大促 15 天内', '付款后 7 天内'],
};

it('knows what was said word for word, with whatever stands around it', () => {
  expect(wasSaid('可以。', ['非常抱歉。可以。'])).toBe(true);
  expect(wasSaid('可以。', ['不行。'])).toBe(false);
});

it('says the nearest part, then its sentence, then nothing', () => {
  const [section, sentence] = passage.nearest;
  expect(partToSay(passage, [passage.text])).toBe(section);
  expect(partToSay(passage, [passage.text, section])).toBe(sentence);
  expect(partToSay(passage, [passage.text, section, sentence])).toBeUndefined();
});

it('has no part of an article that is hardly longer', () => {
  expect(partToSay({ ...passage, text: passage.nearest[0], nearest: [passage.nearest[0]] }, [])).toBeUndefined();
});
