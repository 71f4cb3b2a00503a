import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACTIONS, PRIORITIES, REASONS, TEAMS } from '../../../src/domain/decision.ts';
import { SHORTCUTS } from '../state/shortcuts.ts';
import { INTENT_NAMES } from './intent-names.ts';
import { fill, TEXTS, wordOf } from './texts.ts';

function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

it('says everything in both languages, with the same gaps to fill', () => {
  const [zh, en] = [flat(TEXTS.zh), flat(TEXTS.en)];
  expect(en.map(([key]) => key).sort()).toEqual(zh.map(([key]) => key).sort());
  const english = new Map(en);
  const gaps = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
  for (const [key, text] of zh) {
    expect(text.trim(), key).not.toBe('');
    expect(english.get(key)?.trim(), key).not.toBe('');
    expect(gaps(english.get(key)), key).toEqual(gaps(text));
    // 'language.switchTo' names the other language in its own script.
    if (!key.startsWith('language.')) expect(english.get(key), key).not.toMatch(/\p{Script=Han}/u);
  }
});

it('has a word for every code the engine uses', () => {
  for (const { reasons, priorities, teams, actions, shortcuts } of Object.values(TEXTS)) {
    expect(Object.keys(reasons)).toEqual(expect.arrayContaining([...REASONS]));
    expect(Object.keys(priorities)).toEqual(expect.arrayContaining([...PRIORITIES]));
    expect(Object.keys(teams)).toEqual(expect.arrayContaining([...TEAMS]));
    expect(Object.keys(actions)).toEqual(expect.arrayContaining([...ACTIONS]));
    expect(Object.keys(shortcuts).sort()).toEqual(SHORTCUTS.map(({ command }) => command as string).sort());
  }
});

it('has a Chinese name for every intent that ships', () => {
  const intents = readdirSync(new URL('../../../knowledge/intents', import.meta.url))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3));
  expect(intents.filter((name) => !Object.hasOwn(INTENT_NAMES, name))).toEqual([]);
});

it('fills gaps, leaves unknown ones, and makes made-up codes readable', () => {
  expect(fill('{name} 等了 {time}', { name: '王女士' })).toBe('王女士 等了 {time}');
  expect(wordOf(TEXTS.zh.teams, 'logistics')).toBe('物流');
  expect(wordOf(TEXTS.zh.teams, 'furniture_repair')).toBe('furniture repair');
  expect(wordOf(TEXTS.zh.teams, 'constructor')).toBe('constructor');
});
