import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knowledgeFiles } from '../retrieval/knowledge-files.ts';
import { articleId } from '../retrieval/parse-article.ts';
import { parseCases } from './parse-cases.ts';
import { refuseUnknownArticles } from './refuse-unknown-articles.ts';

const source = `
- id: refund-days
  lang: zh
  kind: direct
  resolvable: true
  turns:
    - customer: 几天到
      expect:
        action: answer
        article:
          - zh/refund/timing
          - timing
`;
const { cases } = parseCases('cases.yaml', source);
const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('refuseUnknownArticles', () => {
  it('lets cases pass whose articles are all there', () => {
    refuseUnknownArticles(cases, new Set(['zh/refund/timing', 'timing']));
  });

  it('names file, line, case and field, and what may have been meant, even beside an article that is there', () => {
    expect(() => refuseUnknownArticles(cases, new Set(['zh/refund/timing', 'zh/refund/mistiming']))).toThrow(
      'have:\ncases.yaml:12: case refund-days: turns[0].expect.article[1]: no article timing; is zh/refund/timing meant?',
    );
  });

  it('lists twenty problems and counts the others', () => {
    const many = Array.from({ length: 12 }, () => cases[0]);
    expect(() => refuseUnknownArticles(many, new Set())).toThrow(/^(.*\n){21}and 4 more$/);
  });
});

describe('the sample cases of evals/README.md', () => {
  it('can be copied as it is printed', async () => {
    const page = await readFile(inRepository('evals/README.md'), 'utf8');
    const [sample] = page.match(/^ {4}- id: .*\n(?: {4}.*\n)*/m) ?? [''];
    const { cases, problems } = parseCases('README.md', sample);
    expect(problems).toEqual([]);
    expect(cases).toHaveLength(2);
    const { articles: files } = await knowledgeFiles(inRepository('knowledge'));
    refuseUnknownArticles(cases, new Set(files.map(articleId)));
  });
});
