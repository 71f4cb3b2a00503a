import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from './front-matter.ts';

describe('parseFrontMatter', () => {
  it('takes one text for a list of one, and a number for a text as it was written', () => {
    const { data, problems } = parseFrontMatter(
      'title: 12.50\nquestions: 可以退吗\nintents: x\ntags: [0571]',
      2,
      'a.md',
    );
    expect(problems).toEqual([]);
    expect(data).toEqual({ title: '12.50', questions: ['可以退吗'], intents: ['x'], tags: ['0571'] });
  });

  it.each([
    ['title: 尺码: 怎么选', 2, 'put the title in quotes: it holds a colon'],
    ['lang: zh\ntitle：怎么退', 3, 'title: write : instead of ：'],
    ['title：怎么退', 2, 'title: write : instead of ：'],
    ['title: A\neffective：{from: 2026-10-01}', 3, 'effective: write : instead of ：'],
    ['title:怎么退\nlang: zh', 2, 'title: write a space after the colon'],
    ['title: A\nlang: en\ntitle: B', 4, 'title stands twice'],
    ['title: **满减**', 2, 'put the text in quotes: it begins with *'],
    ['title: @店长', 2, 'put the title in quotes: it begins with @'],
    ['title: A\nquestions: [a, b', 3, 'a closing ] is missing'],
    ['title: A\nquestions:\n  - a\n  - b: c', 5, 'questions.1: must be a text; if it holds a colon, put it in quotes'],
    ['title: A\nquestions:', 3, 'questions: is empty: write a value behind it, or take the line out'],
    ['title: ""', 2, 'title: must not be empty'],
    ['lang: fr', 2, 'lang: must be zh or en'],
    ['- title', 2, 'front matter must be a list of "key: value" lines'],
    ['effective: 2026-10-01', 2, 'effective: must be from and to, such as {from: 2026-10-01, to: 2026-10-31}'],
    ['effective:\n  form: 2026-10-01', 3, 'effective.form: is not a known key'],
    ['effective: {from: 2026/10/01}', 2, 'effective.from: must be a day like 2026-10-01'],
    ['effective: {from: 2026-02-30}', 2, 'effective.from: there is no such day'],
    ['effective: {to: 2026-13-01}', 2, 'effective.to: there is no such day'],
    [
      'effective:\n  from: 2026-12-31\n  to: 2026-10-01',
      4,
      'effective.to: is before from: the article would never be served',
    ],
  ])('%j is refused with its line and the cure', (yaml, line, message) => {
    expect(parseFrontMatter(yaml, 2, 'a.md')).toEqual({
      data: {},
      problems: [{ severity: 'error', file: 'a.md', line, message }],
    });
  });
});
