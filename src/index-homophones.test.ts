import { expect, it } from 'vitest';
import type { Language } from './domain/understanding.ts';
import { indexHomophones } from './index-homophones.ts';
import type { Article } from './retrieval/article.ts';
import { correctHomophones } from './text/correct-homophones.ts';

function article(language: Language, title: string, sentences: readonly string[]): Article {
  const sections = [{ heading: '', text: sentences.join('\n'), sentences }] as unknown as Article['sections'];
  return { id: title, title, language, questions: [], intents: [], tags: [], version: '', sections };
}

it('learns the words of Chinese articles, traditional ones too', async () => {
  const fees = article('zh', '退貨運費誰出？', ['非质量问题，运费由您承担。', '运费险可以抵运费。', '退货运费险。']);
  const index = await indexHomophones([fees], []);
  expect(index && correctHomophones('退货匀费谁出', index)).toBe('退货运费谁出');
});

it('costs nothing in a shop without Chinese', async () => {
  expect(await indexHomophones([article('en', 'Returns', ['Send it back.'])], [])).toBeUndefined();
});
