import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkKnowledge } from './check-knowledge.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  // Without an intent of its own the folder would be served by the ninety that ship, which take a while to read.
  await write({ 'intents/order_status.md': intent('order_status', 'lookup'), 'hello.md': '# Hello\n\nText.' });
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
const intent = (name: string, route: string) =>
  `---\nname: ${name}\ngroup: a\ndescription: b\nroute: ${route}\n---\n## zh\n- 你好\n`;
const warnings = async () =>
  (await checkKnowledge(folder, '2026-11-30')).problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe('checkKnowledge', () => {
  it('counts what is wrong with replies.yaml and desk.yaml', async () => {
    await write({ 'replies.yaml': 'zh:\n  refuze: 不知道', 'desk.yaml': 'teams: 3' });
    const { errors, repliesProblems, deskProblems } = await checkKnowledge(folder, '2026-11-30');
    expect(errors).toBe(2);
    expect(repliesProblems).toEqual(['replies.yaml:2: zh.refuze: is not a known key']);
    expect(deskProblems).toEqual(['desk.yaml:1: teams: must be a list']);
  });

  it('says which intents serve', async () => {
    await rm(join(folder, 'intents'), { recursive: true });
    const shipped = await checkKnowledge(folder, '2026-11-30');
    expect(shipped).toMatchObject({ intents: 0, warnings: 0 });
    expect(shipped.servingIntents).toBeGreaterThan(80);
    await write({ 'intents/greeting.md': intent('greeting', 'smalltalk') });
    expect(await checkKnowledge(folder, '2026-11-30')).toMatchObject({ intents: 1, servingIntents: 1, warnings: 1 });
    expect(await warnings()).toEqual([expect.stringMatching(/^intents:1: none has route: lookup/)]);
    await write({ 'intents/order_status.md': intent('order_status', 'lookup') });
    expect(await warnings()).toEqual([]);
  });

  it('warns of markdown that nothing reads', async () => {
    const text = '# A\n\nText.';
    await write({ 'a.MD': text, 'zh/b.markdown': text, 'intents/old/d.md': text });
    await write({ 'README.markdown': text, 'README.md': text, 'intents/README.md': text, '.draft/e.MD': text });
    expect(await warnings()).toEqual([
      'a.MD:1: is not read: its name must end in .md',
      'intents/old/d.md:1: is not read: intents stand in intents/ itself',
      'zh/b.markdown:1: is not read: its name must end in .md',
    ]);
  });

  it('reads articles of any folder but intents', async () => {
    await write({ 'replies/c.md': '# C\n\nText.' });
    expect(await checkKnowledge(folder, '2026-11-30')).toMatchObject({ articles: 2, warnings: 0 });
  });

  it('follows links, and names those that lead nowhere', async () => {
    await write({ '..2026/a.md': '# A\n\nText.', '..2026/zh/b.md': '# B\n\nOther text.' });
    for (const [target, path] of [
      ['..2026/a.md', 'a.md'],
      ['..2026/zh', 'zh'],
      ['..2025/c.md', 'c.md'],
      ['..2025/en', 'en'],
      ['logo.svg', 'logo.png'],
    ]) {
      await symlink(target, join(folder, path));
    }
    expect(await checkKnowledge(folder, '2026-11-30')).toMatchObject({ articles: 3, errors: 2 });
    expect(await warnings()).toEqual([
      'c.md:1: is a link to something that is not there or cannot be read',
      'en:1: is a link to something that is not there or cannot be read',
    ]);
  });

  it('warns of a folder without articles', async () => {
    await rm(join(folder, 'hello.md'));
    expect(await checkKnowledge(folder, '2026-11-30')).toMatchObject({ articles: 0, errors: 0, warnings: 1 });
    expect(await warnings()).toEqual([expect.stringMatching(/^\.:1: holds no articles/)]);
  });

  it('names the line of what only shows beside other files or the calendar', async () => {
    await write({
      'a.md': '---\nquestions: [可以退吗]\n---\n# 怎么退货\n\n七天内。',
      'b.md': '---\ntitle: 怎么退货？\nquestions:\n  - 可以退吗?\nintents: [returning]\n---\n五天内。',
      'c.md': '---\neffective:\n  to: 2026-11-29\n---\n# 怎么退货\n\n三天内。',
    });
    expect(await warnings()).toEqual([
      'b.md:2: has the title of a.md: "怎么退货？"; only one of the two can answer it',
      'c.md:5: has the title of a.md: "怎么退货"; only one of the two can answer it',
      'b.md:4: has a sample question of a.md: "可以退吗?"; only one of the two can answer it',
      'b.md:5: there is no intent returning',
      'c.md:3: is no longer served: effective ended on 2026-11-29',
    ]);
  });
});
