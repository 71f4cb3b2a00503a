import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, readIntentData, readJsonLines, readRetrievalData } from './read-json-lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, ...rows: unknown[]): Promise<string> {
  await writeFile(join(folder, name), rows.map((row) => JSON.stringify(row)).join('\n'));
  return join(folder, name);
}

const [a, b] = ['a', 'b'].map((id) => ({ id, text: id }));
const asks = (id: string, ...relevant: string[]) => ({ id, text: 'why', relevant });

describe('the files of bench retrieval', () => {
  it('are read when every id is there once', async () => {
    const data = await readRetrievalData(await file('docs', a, b), await file('queries', asks('q', 'a', 'b')));
    expect(data).toEqual({ documents: [a, b], queries: [asks('q', 'a', 'b')] });
  });

  it('count a relevant document once, however often it is named', async () => {
    const data = await readRetrievalData(await file('docs', a, b), await file('queries', asks('q', 'b', 'b', 'a')));
    expect(data.queries).toEqual([asks('q', 'b', 'a')]);
  });

  it.each([
    ['a document twice', [a, b, a], [asks('q', 'a')], /docs:3: id: a is used twice/],
    ['a query twice', [a, b], [asks('q', 'a'), asks('q', 'b')], /queries:2: id: q is used twice/],
    ['nothing relevant', [a], [asks('p', 'a'), asks('q')], /queries:2: relevant: must not be empty/],
    ['a document that is not there', [a], [asks('p', 'a'), asks('q', 'a', 'c')], /queries:2: relevant: .* document c/],
  ])('are refused with %s', async (_, docs, queries, message) => {
    await expect(readRetrievalData(await file('docs', ...docs), await file('queries', ...queries))).rejects.toThrow(
      message,
    );
  });

  it('name a wrong field in plain words', async () => {
    await expect(readJsonLines(await file('docs', { id: 1, text: 'a' }), document)).rejects.toThrow(
      'docs:1: id: must be a text',
    );
    await expect(readJsonLines(await file('docs', 3), document)).rejects.toThrow('docs:1: the line: must be an object');
  });
});

describe('the files of bench intents', () => {
  const says = (label: string) => ({ text: 'hello', label });

  it('are read when there are two intents to tell apart', async () => {
    const train = await file('train', says('greeting'), says('thanks'), says('oos'));
    const rows = await readIntentData(train, await file('test', says('oos')), 'oos');
    expect(rows.train).toHaveLength(3);
    expect(rows.test).toEqual([says('oos')]);
  });

  it('name the file that has one', async () => {
    const train = await file('train', says('greeting'), says('oos'));
    await expect(readIntentData(train, train, 'oos')).rejects.toThrow(
      /train: label: there must be two or more besides oos, not 1$/,
    );
  });
});
