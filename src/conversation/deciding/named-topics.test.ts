import { expect, it } from 'vitest';
import { namedTopics } from './named-topics.ts';

const candidates = [
  { article: 'a', title: '收到发错了', score: 0.2, intents: ['wrong_item'] },
  { article: 'b', title: '质量问题', score: 0.2, intents: ['quality_problem'] },
  { article: 'c', title: '怎么保养', score: 0.1 },
];
const titles = (text: string, confidence = 0.9) => {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const intents = [{ name: 'quality_problem', confidence }];
  return namedTopics({ candidates }, { text, language, intents }).map(({ title }) => title);
};

it.each(['线头很多', '线头很多怎么办', 'threads everywhere', 'threads everywhere, what now?', 'loose threads?'])(
  'names the articles on a matter that is sure: %s',
  (text) => expect(titles(text)).toEqual(['质量问题']),
);

it.each(['线头能自己剪掉吗', '这是不是新疆棉', 'do you sell the thread'])(
  'offers nothing for a question that they do not answer: %s',
  (text) => expect(titles(text)).toEqual([]),
);

it('offers nothing where the intent is not sure', () => {
  expect(titles('线头很多', 0.7)).toEqual([]);
});
