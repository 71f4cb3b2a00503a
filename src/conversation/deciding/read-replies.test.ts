import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReplies, readReplies } from './read-replies.ts';
import { DEFAULT_REPLIES } from './replies.ts';

const mistakes = (source: string) => {
  try {
    parseReplies('replies.yaml', source);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

describe('replies.yaml', () => {
  it('is laid over the default lines, those of small talk too', () => {
    const { zh, en } = parseReplies('replies.yaml', 'zh: {smalltalk: {greeting: 欢迎光临, other: 嗯嗯}}');
    expect(zh).toEqual({
      ...DEFAULT_REPLIES.zh,
      smalltalk: { ...DEFAULT_REPLIES.zh.smalltalk, greeting: '欢迎光临', other: '嗯嗯' },
    });
    expect(en).toEqual(DEFAULT_REPLIES.en);
  });

  it('says what happens after a hand-off in the shop’s words only, where it has any', () => {
    expect(parseReplies('replies.yaml', 'zh: {handoff: 马上来}').zh.handoffNoted).toBe('马上来');
    const both = parseReplies('replies.yaml', 'zh: {handoff: 马上来, handoffNoted: 记下了}').zh;
    expect(both).toMatchObject({ handoff: '马上来', handoffNoted: '记下了' });
  });

  it('may have a line for small talk of the shop’s own', () => {
    const { zh } = parseReplies('replies.yaml', 'zh: {smalltalk: {festival: 新年好}}');
    expect(zh.smalltalk).toMatchObject({ festival: '新年好', thanks: DEFAULT_REPLIES.zh.smalltalk.thanks });
  });

  it('may be absent, empty, or empty below a key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'replies-'));
    expect(await readReplies(folder)).toEqual(DEFAULT_REPLIES);
    await writeFile(join(folder, 'replies.yaml'), '# nothing of our own\nzh:\nen:\n  smalltalk:\n');
    expect(await readReplies(folder)).toEqual(DEFAULT_REPLIES);
    await rm(folder, { recursive: true });
  });

  it.each([
    ['zh:\n  refuze: 不知道', 'replies.yaml:2: zh.refuze: is not a known key'],
    ['zh: {refuse: 不知道}\nfr: {refuse: non}', 'replies.yaml:2: fr: is not a known key'],
    ['zh:\n  clarify: 什么\n  refuse:', 'replies.yaml:3: zh.refuse: is empty'],
    ['zh:\n  refuse: ""', 'replies.yaml:2: zh.refuse: must not be empty'],
    ['zh:\n  smalltalk:\n    greeting: [你好]', 'replies.yaml:3: zh.smalltalk.greeting: must be a text'],
    ['zh:\n  smalltalk: 你好', 'replies.yaml:2: zh.smalltalk: must be lines'],
    ['zh: 你好', 'replies.yaml:1: zh: must be lines'],
    ['zh：\n  refuse: 不知道', 'replies.yaml:1: zh: write : instead of ：'],
    ['zh:\n  refuse: 不知道: 真的', 'replies.yaml:2: put the refuse in quotes: it holds a colon'],
    ['- refuse', 'replies.yaml:1: must hold the keys'],
  ])('%j is refused with its line and field', (source, message) => {
    expect(mistakes(source)).toEqual([expect.stringContaining(message)]);
  });
});
