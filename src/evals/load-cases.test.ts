import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCases } from './load-cases.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-'));
});
afterEach(() => rm(folder, { recursive: true }));

const oneCase = (id: string) =>
  `- id: ${id}\n  lang: zh\n  kind: direct\n  resolvable: true\n  turns:\n  - customer: 几天到\n    expect: {action: answer, article: a}\n`;

describe('loadCases', () => {
  it('reads a folder recursively, in the order of the paths', async () => {
    await mkdir(join(folder, 'a'));
    await writeFile(join(folder, 'b.yaml'), oneCase('second'));
    await writeFile(join(folder, 'a', 'z.yml'), oneCase('first'));
    await writeFile(join(folder, 'notes.md'), 'no case');
    expect((await loadCases(folder)).map((one) => one.id)).toEqual(['first', 'second']);
    expect((await loadCases(join(folder, 'b.yaml'))).map((one) => one.line)).toEqual([1]);
  });

  it('refuses an id that is used twice and says where both stand', async () => {
    await writeFile(join(folder, 'a.yaml'), oneCase('same'));
    await writeFile(join(folder, 'b.yaml'), oneCase('other') + oneCase('same'));
    await expect(loadCases(folder)).rejects.toThrow(
      `${join(folder, 'b.yaml')}:8: case same: id: already used at ${join(folder, 'a.yaml')}:1`,
    );
  });

  it('lists the problems of every file at once', async () => {
    await writeFile(join(folder, 'a.yaml'), oneCase('x').replace('zh', 'fr'));
    await writeFile(join(folder, 'b.yaml'), oneCase('y').replace('resolvable: true', 'resolvable: maybe'));
    await expect(loadCases(folder)).rejects.toThrow(/a\.yaml:2: case x: lang: [\s\S]*b\.yaml:4: case y: resolvable: /);
  });

  it('splits by id into two halves that are disjoint and complete', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => `case-${index}`);
    await writeFile(join(folder, 'a.yaml'), ids.map(oneCase).join(''));
    const dev = await loadCases(folder, { split: 'dev' });
    const test = await loadCases(folder, { split: 'test' });
    expect([...dev, ...test].map((one) => one.id).sort()).toEqual([...ids].sort());
    expect(dev.length).toBeGreaterThan(160);
    expect(test.length).toBeGreaterThan(160);
  });

  it('says so when there is nothing to run', async () => {
    await expect(loadCases(join(folder, 'nowhere'))).rejects.toThrow('no file or folder');
    await expect(loadCases(folder)).rejects.toThrow('No conversation cases in');
  });
});
