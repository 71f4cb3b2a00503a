import { describe, expect, it } from 'vitest';
import { parseArticle } from './parse-article.ts';

const ARTICLE = `---
title: 七天无理由退货怎么申请？
lang: zh
questions: [不喜欢可以退吗, 退货流程]
effective: {from: 2026-10-01, to: 2026-12-31}
tags: [returns]
---
签收次日起 7 天内可以申请。商品要完好；吊牌要在。

## 步骤

1. 打开我的订单
2. 点申请售后

## 尺码

| 码 | 身高 |
|---|---|
| S | 155-160 |
| M | 160-165 |
`;

describe('parseArticle', () => {
  it('reads front matter, sections, sentences, list items and table rows', async () => {
    const { article, problems } = await parseArticle('zh/returns/seven-day-return.md', ARTICLE);
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      id: 'zh/returns/seven-day-return',
      title: '七天无理由退货怎么申请？',
      language: 'zh',
      questions: ['不喜欢可以退吗', '退货流程'],
      effective: { from: '2026-10-01', to: '2026-12-31' },
    });
    expect(article?.sections.map(({ heading, sentences }) => ({ heading, sentences }))).toEqual([
      { heading: '', sentences: ['签收次日起 7 天内可以申请。', '商品要完好；', '吊牌要在。'] },
      { heading: '步骤', sentences: ['打开我的订单', '点申请售后'] },
      { heading: '尺码', sentences: ['码 S 身高 155-160', '码 M 身高 160-165'] },
    ]);
    expect(article?.sections[1].text).toBe('1. 打开我的订单\n2. 点申请售后');
    expect(article?.sections[2].text).toBe('码 S：身高 155-160\n码 M：身高 160-165');
  });

  it('shows the rows of a wide table as one reads them, and leaves empty cells out', async () => {
    const table = [
      '| Size | Chest | Length |',
      '| --- | --- | --- |',
      '| S | 96 cm | |',
      '| M | 100 cm | 70 cm |',
      '| | | |',
    ];
    const { article } = await parseArticle('sizes.md', ['# Sizes', '', ...table].join('\n'));
    expect(article?.sections[0].text).toBe('Size S: Chest 96 cm\nSize M: Chest 100 cm, Length 70 cm');
  });

  it.each([
    ['of names', '| 东西 | 一晚 | 押金 |', '| 睡袋 | 25 元 | 150 元 |', '睡袋：一晚 25 元，押金 150 元'],
    ['that say nothing', '| 项目 | 数据 |', '| 重量 | 6.8 公斤 |', '重量：6.8 公斤'],
    ['of what is no name', '| 型号 | 充绒 |', '| 400 | 400 克 |', '型号 400：充绒 400 克'],
    ['of one size', '| 尺码 | 内容 |', '| M | 80 厘米 |', '尺码 M：80 厘米'],
    ['in English', '| Service | Price |', '| Tracked 48 | £3.60 |', 'Tracked 48: Price £3.60'],
  ])('leaves out heads that tell nothing: %s', async (_, heads, row, shown) => {
    const mark = heads.replace(/[^|]+/g, '---');
    const { article } = await parseArticle('a.md', `# ${shown}\n\n${heads}\n${mark}\n${row}\n`);
    expect(article?.sections[0].text).toBe(shown);
    // What is searched says all.
    const words = (text: string) => text.split(/[ |]+/).filter(Boolean);
    const [first, ...rest] = words(heads).flatMap((head, at) => [head, row.split('|')[at + 1].trim()]);
    expect(article?.sections[0].sentences).toEqual([[first, ...rest].join(' ')]);
  });

  it('works with nothing but a heading and a body', async () => {
    const { article } = await parseArticle('shipping.md', '# Shipping\n\nOrders leave within two days.');
    expect(article).toMatchObject({ id: 'shipping', title: 'Shipping', language: 'en', questions: [] });
  });

  it('warns about an unknown key on its line and serves the article', async () => {
    const { article, problems } = await parseArticle('a.md', '---\ntitle: A\nauthor: me\n---\nBody.');
    expect(article).toBeDefined();
    expect(problems).toEqual([
      { severity: 'warning', file: 'a.md', line: 3, message: 'unknown front matter key "author" is ignored' },
    ]);
  });

  it.each([
    ['wrong YAML', '---\ntitle: A\nquestions: [a, b\n---\nBody.', 3],
    ['a wrong type', '---\ntitle: A\nquestions: {a: b}\n---\nBody.', 3],
    ['a wrong day', '---\ntitle: A\neffective: {from: soon}\n---\nBody.', 3],
    ['front matter that never ends', '---\ntitle: A\nBody.', 1],
    ['front matter that never ends, below a blank line', '\n---\ntitle: A\nBody.', 2],
    ['wrong front matter below blank lines', '\n\n---\ntitle: A\nlang: fr\n---\nBody.', 5],
    ['no title', 'Just text.', 1],
    ['no body', '# Title\n', 1],
  ])('refuses %s and names the line', async (_, source, line) => {
    const { article, problems } = await parseArticle('broken.md', source);
    expect(article).toBeUndefined();
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ file: 'broken.md', line }),
    ]);
  });

  it('refuses a text that is not UTF-8', async () => {
    // 退货 in GBK.
    const source = Buffer.from('# A\n\n\xcd\xcb\xbb\xf5', 'latin1').toString('utf8');
    const { article, problems } = await parseArticle('gbk.md', source);
    expect(article).toBeUndefined();
    expect(problems).toEqual([
      { severity: 'error', file: 'gbk.md', line: 3, message: 'is not UTF-8: save it as UTF-8' },
    ]);
  });

  it.each(['\n', '\r\n', '\ufeff', '\ufeff\n', ' \n\n'])('reads front matter behind %j', async (front) => {
    const { article, problems } = await parseArticle('a.md', `${front}---\ntitle: A\n---\nBody.`);
    expect(problems).toEqual([]);
    expect(article).toMatchObject({ title: 'A', sections: [{ text: 'Body.' }] });
  });

  it('takes a line between paragraphs for front matter nowhere', async () => {
    const { article } = await parseArticle('a.md', '\n---\n\n# A\n\nBody.\n\n---\n\nMore.');
    expect(article).toMatchObject({ title: 'A', sections: [{ text: 'Body.\nMore.' }] });
  });

  it('warns about a table without its second line', async () => {
    const table = '| Size | Chest |\n| S | 96 |';
    const { article, problems } = await parseArticle(
      'a.md',
      `\n---\ntitle: A\n---\nSizes:\n\n${table}\n\n> ${table.replace('\n', '\n> ')}`,
    );
    expect(article).toBeDefined();
    expect(problems).toEqual(
      [7, 10].map((line) =>
        expect.objectContaining({ severity: 'warning', line, message: expect.stringContaining('|---|---|') }),
      ),
    );
    expect((await parseArticle('a.md', '# A\n\nEither | or.\n\n| alone')).problems).toEqual([]);
  });

  it('changes its version with every change of the file', async () => {
    const version = async (source: string) => (await parseArticle('a.md', source)).article?.version;
    expect(await version('# A\nOne.')).not.toBe(await version('# A\nTwo.'));
  });
});
