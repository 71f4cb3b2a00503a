import type { BlockContent, DefinitionContent, Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { plainText } from './inline-text.ts';

declare module 'mdast' {
  interface HeadingData {
    /** What a customer asks; the text below answers it and nothing else. */
    isQuestion?: true;
  }
}

/** From so many on they are how the page is written; one or two may be an example. */
const FEWEST_QUESTIONS = 3;
const NUMBER = /^\s*[(（]?\d{1,3}\s*[.．、)）]\s*/;
const QUESTION_MARK = /^\s*(?:\d{1,3}\s*[.．、]\s*)?[[【]?(?:Q|问|问题|question)[\]】]?\s*\d{0,3}\s*[:：.．、\]】]\s*/i;
const ANSWER_MARK = /^\s*[[【]?(?:A|答|答案|回答|answer)[\]】]?\s*\d{0,3}\s*[:：.．、\]】]\s*/i;
const ASKS = /(?:[?？]|[吗呢么嘛])\s*$/;

type Block = RootContent | BlockContent | DefinitionContent;
/** A line of a paragraph, or a block of another kind. */
type Entry = { readonly line: PhrasingContent[]; readonly isFirst: boolean } | { readonly block: Block };
type Read = Entry & { readonly isQuestion: boolean };

/**
 * Reads a page of questions and answers as sections, each with its question as heading: lines such as `Q：…` above `A：…`,
 * lines in bold that ask, and lists of either. A page with fewer than three of them stays as it is.
 */
export function headQuestions(root: Root): Root {
  const entries = entriesOf(root.children);
  const read = entries.map((entry, at): Read => ({ ...entry, isQuestion: isQuestion(entry, entries[at + 1]) }));
  const answered = read.map((entry, at) => ({ ...entry, isQuestion: entry.isQuestion && isAnswer(read[at + 1]) }));
  if (answered.filter((entry) => entry.isQuestion).length < FEWEST_QUESTIONS) return root;
  return { ...root, children: blocksOf(answered) };
}

function entriesOf(blocks: readonly Block[]): Entry[] {
  return blocks.flatMap((block): Entry[] => {
    if (block.type === 'paragraph') return linesOf(block).map((line, at) => ({ line, isFirst: at === 0 }));
    if (block.type !== 'list') return [{ block }];
    const items = block.children.map(({ children }) => entriesOf(children));
    const isOfPairs = items.every(([first, second]) => first && (isQuestion(first, second) || isMarkedAnswer(first)));
    return isOfPairs ? items.flat() : [{ block }];
  });
}

function linesOf({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    const parts = node.type === 'break' ? ['', ''] : node.type === 'text' ? node.value.split('\n') : [node];
    parts.forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(typeof part === 'string' ? { type: 'text', value: part } : part);
    });
  }
  return lines.filter((line) => textOf(line) !== '');
}

function isQuestion(entry: Entry, next: Entry | undefined): boolean {
  if (!('line' in entry)) return false;
  const text = textOf(entry.line);
  if (QUESTION_MARK.test(text)) return text.replace(QUESTION_MARK, '') !== '';
  return ASKS.test(text) && (isBold(entry.line) || (next !== undefined && isMarkedAnswer(next)));
}

function isAnswer(entry: Read | undefined): boolean {
  if (!entry || entry.isQuestion) return false;
  return 'line' in entry || (entry.block.type !== 'heading' && entry.block.type !== 'thematicBreak');
}

function isMarkedAnswer(entry: Entry): boolean {
  return 'line' in entry && ANSWER_MARK.test(textOf(entry.line));
}

/** In bold as a whole, a number in front apart. */
function isBold(line: readonly PhrasingContent[]): boolean {
  const plain = line.filter((node) => node.type !== 'strong').map((node) => plainText(node));
  return line.some((node) => node.type === 'strong') && plain.join('').replace(NUMBER, '').trim() === '';
}

function blocksOf(entries: readonly Read[]): RootContent[] {
  const blocks: RootContent[] = [];
  let mayBeMarked = false;
  for (const entry of entries) {
    const last = blocks.at(-1);
    if ('block' in entry) blocks.push(entry.block as RootContent);
    else if (entry.isQuestion) blocks.push(questionHeading(entry.line));
    else {
      const line = mayBeMarked ? without(ANSWER_MARK, entry.line) : entry.line;
      if (entry.isFirst || last?.type !== 'paragraph') blocks.push({ type: 'paragraph', children: line });
      else last.children.push({ type: 'text', value: '\n' }, ...line);
    }
    mayBeMarked = entry.isQuestion;
  }
  return blocks;
}

function questionHeading(line: PhrasingContent[]): Heading {
  const text = textOf(line);
  const value = text.replace(QUESTION_MARK.test(text) ? QUESTION_MARK : NUMBER, '');
  return { type: 'heading', depth: 2, children: [{ type: 'text', value }], data: { isQuestion: true } };
}

/** The line without the mark it begins with, whatever the mark is wrapped in. */
function without(mark: RegExp, line: PhrasingContent[]): PhrasingContent[] {
  return cut(line, mark.exec(line.map((node) => plainText(node)).join(''))?.[0].length ?? 0).rest;
}

function cut(nodes: readonly PhrasingContent[], amount: number): { rest: PhrasingContent[]; left: number } {
  let left = amount;
  const rest = nodes.map((node): PhrasingContent => {
    if (left === 0) return node;
    if ('value' in node) {
      const taken = Math.min(left, node.value.length);
      left -= taken;
      return { ...node, value: node.value.slice(taken) };
    }
    if (!('children' in node)) return node;
    const inner = cut(node.children, left);
    left = inner.left;
    return { ...node, children: inner.rest } as PhrasingContent;
  });
  return { rest, left };
}

function textOf(line: readonly PhrasingContent[]): string {
  return plainText({ type: 'paragraph', children: [...line] });
}
