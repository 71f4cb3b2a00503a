import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WidgetSettingsFile } from './widget-settings-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'widget-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

let edits = 0;
async function write(text: string): Promise<void> {
  await writeFile(join(folder, 'widget.yaml'), text);
  // Two edits within the resolution of the clock would look like one.
  await utimes(join(folder, 'widget.yaml'), new Date(), new Date(Date.now() + ++edits * 1000));
}

it('follows edits, and keeps the last good settings while the file is broken', async () => {
  const problems: string[] = [];
  const file = new WidgetSettingsFile(folder, (problem) => problems.push(problem));
  expect(await file.current()).toEqual({});
  await write('greeting: {zh: 您好}');
  expect((await file.current()).greeting?.zh).toBe('您好');
  await write('greeting: 您好');
  expect((await file.current()).greeting?.zh).toBe('您好');
  expect((await file.current()).greeting?.zh).toBe('您好');
  expect(problems).toEqual([expect.stringMatching(/^widget\.yaml:1: greeting: /)]);
  await write('greeting: {zh: 欢迎}');
  expect((await file.current()).greeting?.zh).toBe('欢迎');
});
