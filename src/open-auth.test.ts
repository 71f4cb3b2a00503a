import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logIn } from './auth/log-in.ts';
import { changeAccount } from './auth/manage-accounts.ts';
import { authOver, welcomeFirstAdmin } from './open-auth.ts';
import { openPassingStores, type Stores } from './open-stores.ts';

const url = 'http://localhost:3000';
let stores: Stores;
let shown: string[];
beforeEach(async () => {
  stores = await openPassingStores();
  shown = [];
});
afterEach(() => stores.close());
const auth = () => ({ ...authOver(stores), passwordCost: { logN: 4, r: 8, p: 1 } });
const start = (adminPassword?: string) => welcomeFirstAdmin(auth(), { adminPassword, url }, (text) => shown.push(text));
const enter = (password: string) => logIn(auth(), { name: 'admin', password, address: '::1' });
const passwordIn = (text: string) => /Password +(\S+)/.exec(text)?.[1] ?? '';

describe('the first start', () => {
  it('makes an admin with a random password, and shows it once', async () => {
    await start();
    await start();
    expect(shown).toHaveLength(1);
    const password = passwordIn(shown[0]);
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(await enter(password)).toMatchObject({ outcome: 'in', account: { roles: ['admin'] } });
    expect(JSON.stringify(await stores.audit.list({}))).not.toContain(password);
  });

  it('never shows the same password twice', async () => {
    await start();
    const other = await openPassingStores();
    await welcomeFirstAdmin(authOver(other), { url }, (text) => shown.push(text));
    await other.close();
    expect(passwordIn(shown[0])).not.toBe(passwordIn(shown[1]));
  });

  it('takes the password that was chosen, and shows nothing', async () => {
    await start('chosen by the shop');
    expect(shown).toEqual([]);
    expect(await enter('chosen by the shop')).toMatchObject({ outcome: 'in' });
    await start('another one entirely');
    expect(await enter('another one entirely')).toEqual({ outcome: 'wrong' });
  });

  it('refuses a weak password and names the setting', async () => {
    await expect(start('admin')).rejects.toThrow('XIAOER_ADMIN_PASSWORD must have at least 10 characters');
    await expect(start('adminadmin')).rejects.toThrow('XIAOER_ADMIN_PASSWORD must');
    expect(await stores.accounts.listAccounts()).toEqual([]);
  });
});

it('a password given by an admin can be used at once, however often the old one was tried', async () => {
  await start('chosen by the shop');
  for (let count = 0; count < 6; count += 1) await enter('forgotten');
  expect(await enter('chosen by the shop')).toMatchObject({ outcome: 'wait' });
  const [{ id }] = await stores.accounts.listAccounts();
  await changeAccount(auth(), { kind: 'system', id: 'cli', name: 'cli' }, id, { password: 'a new beginning' });
  expect(await enter('a new beginning')).toMatchObject({ outcome: 'in' });
});
