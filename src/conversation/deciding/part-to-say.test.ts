import { expect, it } from 'vitest';
import type { ArticleLine } from '../../retrieval/search-result.ts';
import { partToSay } from './part-to-say.ts';
import { wasSaid } from './was-said.ts';

const citation = { article: 'a', title: '蜂箱怎么选', heading: '格子箱', version: '1' };

/** Lines as `section heading|text`, the nearest to the question marked with their nearness in front. */
function lines(...told: readonly (readonly [section: number, heading: string, text: string, nearness?: number])[]) {
  return told.map(([section, heading, text, nearness = 0.3]): ArticleLine => {
    const inRun = /^(?:箱型|码|Men) /.test(text) ? { inRun: true as const } : {};
    return { section, heading, text, nearness, ...inRun };
  });
}
const said = (text: string, article: readonly ArticleLine[], language: 'zh' | 'en' = 'zh') => {
  const whole = article.map((line) => `${line.heading}\n${line.text}`).join('\n');
  return partToSay([{ passage: { text: whole, citation, intents: [] }, lines: article }], { text, language });
};
const long = '很长'.repeat(80);

it('knows what was said word for word, with whatever stands around it', () => {
  expect(wasSaid('可以。', ['非常抱歉。可以。'])).toBe(true);
  expect(wasSaid('可以。', ['不行。'])).toBe(false);
});

it('says the line nearest to what is asked, under its own heading, which is cited', () => {
  const fee = lines([0, '', long], [0, '', '押金一箱 200 元', 0.6], [1, '退租', `${long}提前三天说`]);
  expect(said('押金多少', fee)).toEqual({ text: '押金一箱 200 元', citation: { ...citation, heading: '' } });
  const left = lines([0, '', long], [1, '退款', '48 小时内退', 0.6], [1, '退款', long]);
  expect(said('啥时候退钱', left)).toMatchObject({ text: '退款\n48 小时内退', citation: { heading: '退款' } });
});

it('says lines that are nearly as near, too, in the order of the article', () => {
  const two = lines([0, '', '一盒 30 张', 0.58], [0, '', long], [0, '', '一盒 20 条', 0.6], [0, '', long]);
  expect(said('一盒多少', two)?.text).toBe('一盒 30 张\n一盒 20 条');
});

it('sets lines of different sections apart', () => {
  const two = lines([0, '', long], [1, '质保', '桶身三年', 0.6], [2, '退货', long], [3, '电机', '质保一年', 0.58]);
  expect(said('保多久', two)?.text).toBe('质保\n桶身三年\n\n电机\n质保一年');
});

it('says a short section whole', () => {
  const short = lines([0, '', long], [1, '质保', '桶身三年', 0.6], [1, '质保', '电机一年']);
  expect(said('保多久', short)?.text).toBe('质保\n桶身三年\n电机一年');
});

it('says the rows of a table that hold what is asked, and all where none does', () => {
  const rows = ['箱型 十框标准箱：价格 128 元', '箱型 七框中蜂箱：价格 98 元', '箱型 格子箱：价格 115 元'];
  const table = lines(...rows.map((row) => [0, '', row, 0.6] as const), [0, '', `${long}${long}`]);
  expect(said('七框那种', table)?.text).toBe(rows[1]);
  expect(said('多少钱', table)?.text).toBe(rows.join('\n'));
});

it('says a table of sizes whole to whoever tells height and weight', () => {
  const rows = ['码 XL：身高 172–180，体重 135–165 斤', '码 XXL：身高 178–188，体重 165–200 斤'];
  const table = lines(...rows.map((row) => [0, '', row, 0.6] as const), [0, '', `${long}${long}`]);
  expect(said('我178 150斤', table)?.text).toBe(rows.join('\n'));
  const men = ['Men L: Height (cm) 170–175', 'Men XL: Height (cm) 175–180'];
  const english = lines(...men.map((row) => [0, '', row, 0.6] as const), [0, '', 'long '.repeat(120)]);
  expect(said('im 175cm and 70kg', english, 'en')?.text).toBe(men.join('\n'));
});

it('says none that is nearly all that was shown', () => {
  expect(said('大促期间呢', lines([0, '期限', '付款后 7 天内，大促期间 15 天内', 0.6]))).toBeUndefined();
  expect(partToSay([], { text: '多久', language: 'zh' })).toBeUndefined();
});
