import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepReadings } from './kept-readings.ts';
import * as parsing from './retrieval/parse-article.ts';
import { correctHomophones } from './text/correct-homophones.ts';

let folder: string;
let cache: string;
const parsed = vi.spyOn(parsing, 'parseArticle');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-readings-'));
  cache = join(folder, '.cache');
  await writeFile(
    join(folder, 'wool.md'),
    '# 毛衣起球了怎么办？\n\n毛衣起球可以退换。毛衣起球用剃毛器。毛衣起球很常见。',
  );
  await mkdir(join(folder, 'intents'));
  const header = '---\nname: greeting\ngroup: a\ndescription: b\n---\n';
  await writeFile(join(folder, 'intents/greeting.md'), `${header}## zh\n- 你好\n## en\n- hello\n`);
  await writeFile(join(folder, 'returns.md'), '---\nlang: en\ncolour: red\n---\n# Returns\n\nWithin seven days.');
});
afterEach(() => rm(folder, { recursive: true }));

/** What a start finds, and how many articles it parsed for it. */
async function start() {
  parsed.mockClear();
  const readings = keepReadings(cache);
  const knowledge = await readings.knowledge(folder);
  const catalogue = await readings.intents(folder);
  const homophones = await readings.homophones(knowledge.articles, catalogue);
  return { knowledge, catalogue, homophones, parsed: parsed.mock.calls.length };
}

describe('keepReadings', () => {
  it('reads nothing twice, and the same', async () => {
    const first = await start();
    const second = await start();
    expect([first.parsed, second.parsed]).toEqual([2, 0]);
    expect(second.knowledge).toEqual(first.knowledge);
    expect(second.knowledge.problems).toEqual([expect.objectContaining({ file: 'returns.md', severity: 'warning' })]);
    expect(second.catalogue).toEqual(first.catalogue);
    expect(second.homophones).toEqual(first.homophones);
    if (!second.homophones) return expect.unreachable();
    expect(correctHomophones('毛依起求了', second.homophones)).toBe('毛衣起球了');
  });

  it('reads what was edited, and forgets what is broken or gone', async () => {
    await start();
    await writeFile(join(folder, 'returns.md'), '# Returns\n\nWithin fourteen days.');
    await writeFile(join(folder, 'wool.md'), '---\ntitle: [\n---\n毛衣');
    const { knowledge, parsed: count } = await start();
    expect(count).toBe(2);
    expect(knowledge.articles.map(({ id, sections }) => [id, sections[0].text])).toEqual([
      ['returns', 'Within fourteen days.'],
    ]);
    expect(knowledge.problems).toEqual([expect.objectContaining({ file: 'wool.md', severity: 'error' })]);
    await rm(join(folder, 'returns.md'));
    expect((await start()).knowledge.articles).toEqual([]);
  });

  it('reads anew where what was kept is damaged', async () => {
    const { knowledge } = await start();
    for (const name of ['articles.json', 'intents.json', 'homophones.json']) {
      const text = await readFile(join(cache, name), 'utf8');
      await writeFile(join(cache, name), text.slice(0, text.length / 2));
    }
    const again = await start();
    expect(again.parsed).toBe(2);
    expect(again.knowledge).toEqual(knowledge);
    expect((await start()).parsed).toBe(0);
  });
});
