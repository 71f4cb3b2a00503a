import type { Nodes, Table } from 'mdast';
import type { Language } from '../domain/understanding.ts';
import { plainText, shownText } from './inline-text.ts';

/** What stands behind a row's first cell, and between the others. */
const ROW_MARKS: Readonly<Record<Language, readonly [string, string]>> = { zh: ['：', '，'], en: [': ', ', '] };
/** Heads that say no more than that something stands below them. */
const SAYS_NOTHING =
  /^(?:项目|参数|名称|属性|内容|数据|说明|详情|值|items?|specs?|specifications?|features?|properties|property|details?|values?|descriptions?|name)?$/iu;
/** A cell that says by itself what it is: M, 400 and 160 do not. */
const NAME = /^(?:\p{L}.*)?(?:\p{Script=Han}{2}|[a-z]{3})/iu;

/** Rows as they are searched, each cell behind its column's head, so that each fact can be found. */
export function searchedRows(table: Table): string[] {
  const { heads, rows } = read(table, plainText);
  return filled(rows, heads).map((cells) => cells.join(' '));
}

/**
 * Rows as one reads them aloud: 尺码 M：身高 160–165，体重 48–54. A wide table has no room in a chat. The head of a column of
 * names is left out (睡袋：一晚 25 元), and of two columns one that says nothing (重量：6.8 公斤).
 */
export function readableRows(table: Table, language: Language): string[] {
  const { heads, rows } = read(table, (node) => shownText(node, language));
  const [first = '', second = ''] = heads;
  const areNames = rows.every(([cell = '']) => NAME.test(cell));
  const said = heads
    .with(0, areNames || SAYS_NOTHING.test(first) ? '' : first)
    .map((head, column) => (column === 1 && heads.length === 2 && SAYS_NOTHING.test(second) ? '' : head));
  const [afterFirst, between] = ROW_MARKS[language];
  return filled(rows, said).map(([start, ...rest]) => [start, rest.join(between)].filter(Boolean).join(afterFirst));
}

function read(table: Table, textOf: (node: Nodes) => string): { heads: string[]; rows: string[][] } {
  const [heads = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) => textOf(cell).replace(/\s*\n\s*/g, ' ')),
  );
  return { heads, rows };
}

/** Each cell behind its column's head; what is empty is left out. */
function filled(rows: readonly string[][], heads: readonly string[]): string[][] {
  return rows
    .map((cells) => cells.flatMap((cell, column) => (cell ? [`${heads[column] ?? ''} ${cell}`.trim()] : [])))
    .filter((cells) => cells.length > 0);
}
