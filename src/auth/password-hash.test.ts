import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, PASSWORD_COST, verifyPassword } from './password-hash.ts';

const cheap = { logN: 4, r: 8, p: 1 };

describe('a stored password', () => {
  it('is salted, tells its parameters, and matches what was typed and nothing else', async () => {
    const [stored, again] = [await hashPassword('小二 opens', cheap), await hashPassword('小二 opens', cheap)];
    expect(stored).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(again).not.toBe(stored);
    expect(await verifyPassword('小二 opens', stored)).toBe(true);
    for (const wrong of ['小二 open', '', '小二 opens ', '小二 Opens'])
      expect(await verifyPassword(wrong, stored)).toBe(false);
  });

  it('may be typed on another keyboard', async () => {
    const stored = await hashPassword('caf\u00e9 ＡＢＣ１', cheap);
    expect(await verifyPassword('cafe\u0301 ABC1', stored)).toBe(true);
  });

  it('costs by default what OWASP recommends, is outdated when it costs less', async () => {
    const stored = await hashPassword('x', PASSWORD_COST);
    expect(stored).toContain('$ln=14,r=8,p=5$');
    expect(isOutdated(stored)).toBe(false);
    expect(isOutdated(await hashPassword('x', cheap))).toBe(true);
  });

  it.each([
    '',
    'password',
    '$scrypt$ln=99,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$x',
    `$scrypt$ln=21,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA${'A'.repeat(43)}`,
  ])('that is damaged matches nothing: %j', async (stored) =>
    expect(await verifyPassword('', stored, cheap)).toBe(false),
  );
});

it('a name that does not exist takes as long as one that does', async () => {
  const stored = await hashPassword('right');
  const time = async (hash: string | undefined) => {
    const start = process.cpuUsage();
    expect(await verifyPassword('wrong', hash)).toBe(false);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  await time(stored);
  const [known, unknown] = [await time(stored), await time(undefined)];
  // Both are five rounds over 16 MB; a path that skips them takes a thousandth.
  expect(unknown / known).toBeGreaterThan(0.3);
});
