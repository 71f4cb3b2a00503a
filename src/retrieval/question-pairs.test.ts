import { describe, expect, it } from 'vitest';
import { parseArticle } from './parse-article.ts';

const sections = async (body: string) =>
  (await parseArticle('a.md', `---\ntitle: T\n---\n${body}`)).article?.sections.map((section) => [
    section.isQuestion ? `? ${section.heading}` : section.heading,
    section.text,
  ]);

const PAIRS = [
  ['? 能自提吗？', '可以，在杭州。\n营业到八点。'],
  ['? 有实体店吗', '只有一家。'],
  ['? 积分怎么用？', '抵现。'],
];

describe('a page of questions and answers', () => {
  it.each([
    [
      'bold lines with marks',
      '**Q：能自提吗？**\nA：可以，在杭州。\n营业到八点。\n\n**Q：有实体店吗**\nA：只有一家。\n\n**Q：积分怎么用？**\nA：抵现。',
    ],
    [
      'marks in bold',
      '**Q1：**能自提吗？\n\n**A1：**可以，在杭州。\n营业到八点。\n\n**Q2：**有实体店吗\n\n**A2：**只有一家。\n\n**Q3：**积分怎么用？\n\n**A3：** 抵现。',
    ],
    [
      'Chinese marks',
      '问：能自提吗？\n答：可以，在杭州。\n营业到八点。\n问：有实体店吗\n答：只有一家。\n问：积分怎么用？\n答：抵现。',
    ],
    [
      'brackets',
      '【问】能自提吗？\n【答】可以，在杭州。\n营业到八点。\n\n【问】有实体店吗\n【答】只有一家。\n\n【问】积分怎么用？\n【答】抵现。',
    ],
    [
      'bold questions',
      '**能自提吗？**\n\n可以，在杭州。\n营业到八点。\n\n**有实体店吗**\n\n只有一家。\n\n**积分怎么用？**\n\n抵现。',
    ],
    [
      'a numbered list',
      '1. **能自提吗？**\n   可以，在杭州。\n   营业到八点。\n2. **有实体店吗**\n   只有一家。\n3. **积分怎么用？**\n\n   抵现。',
    ],
    [
      'numbers in bold',
      '**1、能自提吗？**\n可以，在杭州。\n营业到八点。\n\n**2、有实体店吗**\n只有一家。\n\n**3、积分怎么用？**\n抵现。',
    ],
    [
      'answers with marks only',
      '1. 能自提吗？\n   答：可以，在杭州。\n   营业到八点。\n2. 有实体店吗\n   答：只有一家。\n3. 积分怎么用？\n   答：抵现。',
    ],
    [
      'HTML',
      '<p><b>Q：能自提吗？</b><br>A：可以，在杭州。<br>营业到八点。</p><p><b>Q：有实体店吗</b><br>A：只有一家。</p><p><b>Q：积分怎么用？</b><br>A：抵现。</p>',
    ],
  ])('of %s is read by the question', async (_, body) => {
    expect(await sections(body)).toEqual(PAIRS);
  });

  it('in English is, too, with what stands in front and lists in an answer', async () => {
    const body = [
      'Ask us anything.',
      'Q: Can I pay by card?\nA: Yes: Visa and **Amex**.',
      'Q: Which sizes?\n\nA:\n\n- S\n- M',
      'Q: Do you ship abroad?\n\nA: [Here](https://a.example).',
    ];
    expect(await sections(body.join('\n\n'))).toEqual([
      ['', 'Ask us anything.'],
      ['? Can I pay by card?', 'Yes: Visa and Amex.'],
      ['? Which sizes?', '· S\n· M'],
      ['? Do you ship abroad?', 'Here (https://a.example).'],
    ]);
  });

  it.each([
    ['two questions', '**能自提吗？**\n\n可以。\n\n**有实体店吗？**\n\n有。'],
    ['bold statements', '**注意**\n\n先看。\n\n**不退**\n\n内衣。\n\n**不换**\n\n气罐。'],
    ['bold words in a sentence', '**能退吗？** 能。\n\n**能换吗？** 能。\n\n**能修吗？** 能。'],
    ['questions in a row', '你可以问：\n\n- **能退吗？**\n- **能换吗？**\n- **能修吗？**'],
    ['grades', '等级分三档：\nA：优\nB：良\nC：中'],
    ['quarters', 'Q1：9 折\nQ2：8 折\nQ3：7 折'],
  ])('is not made of %s', async (_, body) => {
    const found = await sections(body);
    expect(found?.map(([heading]) => heading)).toEqual(['']);
  });
});
