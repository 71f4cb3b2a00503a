import { z } from 'zod';
import { type Account, ROLES, type ShopKey } from '../domain/account.ts';
import { identifier, lineField } from './request-fields.ts';

const time = z.number().describe('Epoch milliseconds.');
const roles = z.array(z.enum(ROLES)).max(ROLES.length);
const logInName = lineField(64).describe('Unique, whatever its case.');
const password = z.string().min(1).max(1000).describe('At least 10 characters when it is a new one.');
const teams = z.array(identifier).max(50).describe('Whose hand-offs the person takes; empty for all of them.');
const languages = z.array(identifier).max(20).describe('Such as `zh`; empty for all of them.');

/** To log in. */
export const sessionRequest = z.strictObject({ name: lineField(64), password }).meta({ id: 'SessionRequest' });

/** Who is logged in. */
export const sessionAnswer = z
  .object({
    agent: z.object({
      id: z.string(),
      name: z.string().describe('What customers and colleagues see.'),
      login: z.string().describe('What the person logs in with.'),
      roles: z.array(z.enum(ROLES)).readonly(),
      teams: z.array(z.string()).readonly(),
      languages: z.array(z.string()).readonly(),
    }),
  })
  .meta({ id: 'Session' });

/** To change the own password. */
export const passwordRequest = z.strictObject({ password, newPassword: password }).meta({ id: 'PasswordRequest' });

/** An account as an admin sees it. */
export const accountAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    displayName: z.string().describe('What customers and colleagues see.'),
    roles: z.array(z.enum(ROLES)).readonly(),
    teams: z.array(z.string()).readonly(),
    languages: z.array(z.string()).readonly(),
    disabled: z.boolean(),
    createdAt: time,
  })
  .meta({ id: 'Account' }) satisfies z.ZodType<Omit<Account, 'deletedAt'>>;

/** All of them. */
export const accountsAnswer = z.object({ accounts: z.array(accountAnswer) });

/** To make an account. */
export const newAccountRequest = z
  .strictObject({
    name: logInName,
    password,
    displayName: lineField(64).optional().describe('What customers see; the name when absent.'),
    roles: roles.min(1),
    teams: teams.optional(),
    languages: languages.optional(),
  })
  .meta({ id: 'NewAccount' });

/** To change one: only what is given. */
export const accountPatch = z
  .strictObject({
    displayName: lineField(64).optional(),
    password: password.optional(),
    roles: roles.min(1).optional(),
    teams: teams.optional(),
    languages: languages.optional(),
    disabled: z.boolean().optional().describe('May not log in, for now.'),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'must change something')
  .meta({ id: 'AccountPatch' });

/** The path of one account. */
export const accountPath = z.strictObject({ id: identifier.describe('The account.') });

/** A shop key as an admin sees it; never the key itself. */
export const keyAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().describe('How the key begins.'),
    roles: z.array(z.enum(ROLES)).readonly(),
    createdAt: time,
    lastUsedAt: time.optional().describe('To the minute.'),
    revokedAt: time.optional(),
  })
  .meta({ id: 'ShopKey' }) satisfies z.ZodType<ShopKey>;

/** All of them. */
export const keysAnswer = z.object({ keys: z.array(keyAnswer) });

/** To make a key. */
export const newKeyRequest = z
  .strictObject({
    name: lineField(64).describe('What it is for.'),
    roles: roles.describe('Empty for a key that may only speak for customers.'),
  })
  .meta({ id: 'NewShopKey' });

/** A new key with its secret. */
export const newKeyAnswer = z.object({ key: keyAnswer, secret: z.string().describe('Told this once.') });

/** The path of one key. */
export const keyPath = z.strictObject({ id: identifier.describe('The key.') });

/** Which entries of the audit trail. */
export const auditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional().describe('A `sequence`: only what came before it.'),
  limit: z.coerce.number().int().min(1).max(500).optional().describe('100 when absent.'),
  action: z
    .string()
    .regex(/^[a-z_]{1,40}\.[a-z_]{0,40}$/, 'must be such as `account.created`, or `account.` for all of them')
    .optional(),
  actor: identifier.optional().describe('Who did it: an id.'),
  target: identifier.optional().describe('To what: an id.'),
});

/** A page of the audit trail. */
export const auditAnswer = z.object({
  entries: z
    .array(
      z.object({
        sequence: z.number(),
        at: time,
        actor: z.object({
          kind: z.enum(['agent', 'key', 'open', 'system', 'nobody']),
          id: z.string(),
          name: z.string(),
        }),
        action: z.string(),
        target: z.string().optional(),
        details: z
          .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]))
          .readonly()
          .optional(),
        address: z.string().optional(),
      }),
    )
    .describe('Newest first.'),
});
