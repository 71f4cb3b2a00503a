import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NEEDS } from '../domain/understanding.ts';
import { INTENT_REASONS } from './intent.ts';
import { type IntentCatalogue, loadIntentCatalogue, trainingExamples } from './intent-catalogue.ts';

const file = (header: string, body = '## zh\n- 我要退货\n- 能退不\n## en\n- return this *please*\n') =>
  `---\n${header}\n---\n${body}`;

describe('loadIntentCatalogue', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intents-'));
    const files = {
      'return_request.md': file('name: return_request\ngroup: after_sales\ndescription: wants to return'),
      'legal.md': file('name: legal\ngroup: complaint\ndescription: a\nroute: escalate\nreason: legal'),
      'colon.md': file('name: colon\ngroup: a\ndescription: fails: here'),
      'other.md': file('name: another\ngroup: a\ndescription: b'),
      'route.md': file('name: route\ngroup: a\ndescription: b\nroute: nowhere'),
      'early.md': file('name: early\ngroup: a\ndescription: b', '- too early\n## fr\n- bonjour\n'),
      'bare.md': '# no front matter\n',
      'silent.md': file('name: silent\ngroup: a\ndescription: b\nroute: escalate'),
      'unheard.md': file('name: unheard\ngroup: a\ndescription: b\nroute: escalate\nreason: injury'),
      'gbk.md': file('name: gbk\ngroup: a\ndescription: \ufffd\ufffd'),
      'README.md': '# What the intents are for\n',
      'notes.txt': 'not an intent',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('says which link leads nowhere, and reads the rest', async () => {
    const linked = await mkdtemp(join(tmpdir(), 'intents-linked-'));
    await symlink(join(folder, 'legal.md'), join(linked, 'legal.md'));
    await symlink(join(folder, 'gone.md'), join(linked, 'gone.md'));
    const { intents, problems } = await loadIntentCatalogue(linked);
    expect(intents.map(({ name }) => name)).toEqual(['legal']);
    expect(problems).toEqual([`${join(linked, 'gone.md')}: is a link to something that is not there`]);
    await rm(linked, { recursive: true });
  });

  test('reads what is sound and names file and line of the rest', async () => {
    const { intents, problems } = await loadIntentCatalogue(folder);
    expect(intents.map(({ name, route }) => [name, route])).toEqual([
      ['legal', 'escalate'],
      ['return_request', 'answer'],
    ]);
    expect(problems.map((problem) => problem.slice(folder.length + 1))).toEqual([
      'bare.md:1: front matter is missing',
      'bare.md:1: heading "no front matter" is neither zh nor en',
      'bare.md:1: has no examples',
      'colon.md:4: put the description in quotes: it holds a colon',
      'early.md:6: examples stand before the first ## zh or ## en',
      'early.md:7: heading "fr" is neither zh nor en',
      expect.stringMatching(/^early\.md:8: /),
      expect.stringMatching(/^early\.md:1: has no examples/),
      'gbk.md:4: is not UTF-8: save it as UTF-8',
      'other.md:2: name: must be the name of the file',
      'route.md:5: route: must be one of answer, lookup, smalltalk, escalate',
      'silent.md:5: route: escalate needs a reason: human_request, anger, threat, legal, safety, staff_only',
      'unheard.md:6: reason: must be one of human_request, anger, threat, legal, safety, staff_only',
    ]);
  });

  test('examples are what was typed', async () => {
    const { intents } = await loadIntentCatalogue(folder);
    expect(trainingExamples(intents, 'en')).toContainEqual({ text: 'return this *please*', label: 'return_request' });
    expect(trainingExamples(intents, 'zh')).toHaveLength(4);
  });

  test('a missing folder has no intents', async () => {
    expect(await loadIntentCatalogue(join(folder, 'none'))).toMatchObject({ intents: [], problems: [] });
  });

  test('is read anew only when a file has changed', async () => {
    const before = await loadIntentCatalogue(folder);
    expect(await loadIntentCatalogue(folder, before)).toBe(before);
    await writeFile(join(folder, 'legal.md'), file('name: legal\ngroup: complaint\ndescription: another'));
    const after = await loadIntentCatalogue(folder, before);
    const named = (catalogue: IntentCatalogue, wanted: string) => catalogue.intents.find(({ name }) => name === wanted);
    expect(named(after, 'legal')?.description).toBe('another');
    expect(named(after, 'return_request')).toBe(named(before, 'return_request'));
    expect(after.problems).toEqual(before.problems);
  });

  test('an intent may call a person for each reason that the policy reads from one message', () => {
    expect([...INTENT_REASONS].sort()).toEqual([...NEEDS].sort());
  });

  test('the demo catalogue is sound', async () => {
    const { intents, problems } = await loadIntentCatalogue('knowledge/intents');
    expect(problems).toEqual([]);
    expect(intents.length).toBeGreaterThan(80);
  });
});
