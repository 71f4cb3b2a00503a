import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { OverloadedError } from '../domain/errors.ts';

/** How dear one guess is: memory is 128 · r · 2^logN bytes, time grows with p besides. */
export interface PasswordCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/**
 * Cost of a new hash: 16 MB and about 0.2 s of a core. One of the equivalent settings of OWASP's Password Storage Cheat
 * Sheet (2024), the one that takes the least memory.
 */
export const PASSWORD_COST: PasswordCost = { logN: 14, r: 8, p: 5 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
// A damaged or planted row must not make us compute for hours.
const MOST = { logN: 20, r: 32, p: 16 } as const;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
// libuv has four threads, which files need too; a flood of log-ins may take one of them.
const queue = { running: Promise.resolve() as Promise<unknown>, waiting: 0 };
const LONGEST_QUEUE = 50;

interface Parsed extends PasswordCost {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** A password as it is stored: `$scrypt$ln=14,r=8,p=5$salt$key`, parameters included so that they may grow. */
export async function hashPassword(password: string, cost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await compute(password, { ...cost, salt, key: Buffer.alloc(KEY_BYTES) });
  return `$scrypt$ln=${cost.logN},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/**
 * True when the password is the stored one. Takes as long without a stored one, so that the time does not tell whether
 * a name exists.
 */
export async function verifyPassword(
  password: string,
  stored: string | undefined,
  cost = PASSWORD_COST,
): Promise<boolean> {
  const parsed = stored === undefined ? undefined : parse(stored);
  const compared = parsed ?? { ...cost, salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) };
  const isEqual = timingSafeEqual(await compute(password, compared), compared.key);
  return isEqual && parsed !== undefined;
}

/** True when the stored hash costs less than a new one would. */
export function isOutdated(stored: string, cost = PASSWORD_COST): boolean {
  const parsed = parse(stored);
  return !parsed || parsed.logN < cost.logN || parsed.r < cost.r || parsed.p < cost.p;
}

function parse(stored: string): Parsed | undefined {
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{16,})\$([\w-]{40,})$/.exec(stored);
  if (!match) return undefined;
  const [logN, r, p] = match.slice(1, 4).map(Number);
  if (logN > MOST.logN || r > MOST.r || p > MOST.p || logN < 1 || r < 1 || p < 1) return undefined;
  return { logN, r, p, salt: Buffer.from(match[4], 'base64url'), key: Buffer.from(match[5], 'base64url') };
}

/** One after the other: each takes megabytes and a thread. */
async function compute(password: string, { logN, r, p, salt, key }: Parsed): Promise<Buffer> {
  if (queue.waiting >= LONGEST_QUEUE) throw new OverloadedError('too many passwords are being checked');
  const N = 2 ** logN;
  queue.waiting += 1;
  // The same letters typed on another keyboard may be other code points.
  const run = () => derive(password.normalize('NFKC'), salt, key.length, { N, r, p, maxmem: 256 * N * r });
  const result = queue.running.then(run, run).finally(() => {
    queue.waiting -= 1;
  });
  queue.running = result.catch(() => undefined);
  return result;
}
