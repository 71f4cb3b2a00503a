import { describe, expect, it } from 'vitest';
import { parseCases } from './parse-cases.ts';

const file = 'cases.yaml';
const wellFormed = `
- id: refund-days
  lang: zh
  kind: paraphrase
  resolvable: true
  note: ignored
  turns:
    - customer: 12315
      expect: {action: answer, article: refund-timing, contains_any: [12.50, '3 个工作日']}
    - customer: [亲, 那个, 还没到]
      expect: {action: [clarify, refuse]}
`;

describe('parseCases', () => {
  it('gives lists where a single value was written, and numbers as written', () => {
    const { cases, problems } = parseCases(file, wellFormed);
    expect(problems).toEqual([]);
    expect(cases[0]).toMatchObject({ id: 'refund-days', file, line: 2 });
    expect(cases[0].turns).toEqual([
      {
        customer: ['12315'],
        expect: {
          action: ['answer'],
          article: ['refund-timing'],
          contains_any: ['12.50', '3 个工作日'],
          not_contains: [],
        },
      },
      {
        customer: ['亲', '那个', '还没到'],
        expect: { action: ['clarify', 'refuse'], article: [], contains_any: [], not_contains: [] },
      },
    ]);
  });

  it.each([
    [
      'an unknown action',
      ['action: answer', 'action: anser'],
      'cases.yaml:9: case refund-days: turns[0].expect.action[0]: must be one of answer, lookup, ',
    ],
    [
      'a misspelt check',
      ['contains_any', 'contain_any'],
      'cases.yaml:9: case refund-days: turns[0].expect.contain_any: is not a known key',
    ],
    ['a missing field', ['  kind: paraphrase\n', ''], 'cases.yaml:2: case refund-days: kind: is missing'],
    [
      'a wrong kind of value',
      ['resolvable: true', 'resolvable: maybe'],
      'case refund-days: resolvable: must be true or false',
    ],
    ['an empty value', ['kind: paraphrase', 'kind:'], 'case refund-days: kind: is empty: write a value behind it'],
    ['a case without an id', ['id: refund-days', 'name: x'], 'cases.yaml:2: case number 1: id: is missing'],
    [
      'a reason without escalate',
      ['action: answer', 'reason: anger, action: answer'],
      'expect.reason: needs escalate among the actions',
    ],
    [
      'an article without an answer',
      ['{action: [clarify, refuse]}', '{action: clarify, article: a}'],
      'cases.yaml:11: case refund-days: turns[1].expect.article: needs answer',
    ],
    [
      'an empty message',
      ['customer: 12315', "customer: ' '"],
      'cases.yaml:8: case refund-days: turns[0].customer[0]: must not be empty',
    ],
    ['broken YAML', ['lang: zh', 'lang: [zh'], 'cases.yaml:'],
    ['a key given twice', ['lang: zh', 'lang: zh\n  lang: en'], 'cases.yaml:4: '],
  ])('names file, line, case and field of %s', (_name, [from, to], expected) => {
    const { problems } = parseCases(file, wellFormed.replace(from, to));
    expect(problems.join('\n')).toContain(expected);
  });

  it.each(['', '# nothing\n', 'id: not-a-list\n', '[]\n'])('refuses a file that holds no list: %j', (source) => {
    expect(parseCases(file, source).problems).toEqual(['cases.yaml:1: must be a list of cases']);
  });
});
