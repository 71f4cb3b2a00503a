import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPassingStores } from '../../open-stores.ts';

it('the audit trail refuses to be changed, also past its port', async () => {
  const { audit, db, close } = await openPassingStores();
  await audit.append({ at: 1, actor: { kind: 'system', id: 's', name: 's' }, action: 'a.b' });
  for (const change of ["UPDATE audit SET action = 'x'", 'DELETE FROM audit']) {
    await expect(sql.raw(change).execute(db)).rejects.toThrow('append-only');
  }
  expect(await audit.list({})).toHaveLength(1);
  await close();
});
