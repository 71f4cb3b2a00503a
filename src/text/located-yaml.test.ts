import { describe, expect, it } from 'vitest';
import { locateYaml } from './located-yaml.ts';

describe('locateYaml', () => {
  it.each([
    ['a: 1\nb: \ufffd\ufffd', 'f.yaml:2: is not UTF-8: save it as UTF-8'],
    ['a: 1\nb: *c', 'f.yaml:2: put the text in quotes: it begins with *'],
    ['a: 1\nb:\n\tc: 2', 'f.yaml:3: indent with spaces, not with a tab'],
    ['a: {b: 1\n', 'f.yaml:2: a closing } is missing'],
    ['a: "b', 'f.yaml:1: a closing quote is missing'],
    ['a: [b] c', 'f.yaml:1: put the whole a in quotes'],
    ['a: 1\na: 2', 'f.yaml:2: a stands twice'],
  ])('says what to do about %j, once', (source, problem) => {
    const { value, problems } = locateYaml('f.yaml', source);
    expect(value).toBeUndefined();
    expect(problems).toEqual([problem]);
  });

  it('reads an alias whose name is known', () => {
    expect(locateYaml('f.yaml', 'a: &shop 小店\nb: *shop').value).toEqual({ a: '小店', b: '小店' });
  });
});
