import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import { parseArticle } from './parse-article.ts';
import { PASSAGE_BUDGET } from './show-passage.ts';
import { splitLongSections } from './split-long-sections.ts';

const read = async (markdown: string) => (await parseArticle('a.md', markdown)).article as Article;

describe('splitLongSections', () => {
  it('leaves articles of ordinary sections as they are', async () => {
    const article = await read('# 退货\n\n七天内可以退。\n\n## 运费\n\n运费由我们承担。');
    expect(await splitLongSections(article)).toBe(article);
  });

  it('cuts a long Chinese section between sentences, with nothing lost', async () => {
    const sentences = Array.from({ length: 60 }, (_, index) => `第${index}条：商品签收之后七天以内可以申请退货。`);
    const article = await read(`# 退货\n\n开头。\n\n## 细则\n\n${sentences.join('')}`);
    const { sections } = await splitLongSections(article);
    const parts = sections.filter(({ heading }) => heading === '细则');
    expect(sections[0]).toEqual(article.sections[0]);
    expect(parts.length).toBeGreaterThan(2);
    for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(PASSAGE_BUDGET.zh + 1);
    expect(parts.map(({ text }) => text).join('')).toBe(sentences.join(''));
    expect(parts.flatMap((part) => part.sentences)).toEqual(sentences);
  });

  it('cuts a long list between its items, which stay sentences without their marks', async () => {
    const items = Array.from({ length: 40 }, (_, index) => `Item ${index} may be returned within thirty days.`);
    const article = await read(`# Returns\n\n${items.map((item) => `- ${item}`).join('\n')}`);
    const { sections } = await splitLongSections(article);
    expect(sections.length).toBeGreaterThan(1);
    expect(sections.map(({ text }) => text).join('\n')).toBe(article.sections[0].text);
    expect(sections.flatMap((section) => section.sentences)).toEqual(items);
  });
});
