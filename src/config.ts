import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { InvalidInputError } from './domain/errors.ts';
import type { AccessSettings } from './http/access.ts';
import { DEFAULT_RATE_LIMITS } from './http/rate-limits.ts';
import type { TrustedProxies } from './http/trusted-proxies.ts';
import { plainIssue } from './text/plain-issues.ts';

/** Root of the installed package: the folder that holds knowledge/, weights/ and web/. */
export const PACKAGE_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DEMO_KNOWLEDGE = join(PACKAGE_ROOT, 'knowledge');

const probability = z.coerce.number().min(0).max(1);
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is not JSON: ${(error as Error).message}` });
    return z.NEVER;
  }
});

const perMinute = (amount: number) => z.coerce.number().int().min(0).max(1_000_000).default(amount);

const schema = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on. 0.0.0.0 opens the server to the network.'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port to listen on.'),
  XIAOER_DATA: z.string().default('.xiaoer').describe('Folder of the database and the index cache.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host:port/database' })
    .optional()
    .describe('PostgreSQL database, postgres://…; needed for several servers. Default: SQLite in XIAOER_DATA.'),
  XIAOER_KNOWLEDGE: z.string().default(DEMO_KNOWLEDGE).describe('Folder of markdown articles. Default: the demo shop.'),
  XIAOER_SHOP_DATA: z
    .string()
    .optional()
    .describe('YAML file of orders and parcels. Default: the demo orders, with the demo shop only.'),
  XIAOER_MODELS: z.string().optional().describe('Folder that already holds the models.'),
  XIAOER_HUB_MIRROR: z.url().optional().describe('Base URL of a model hub mirror, asked before the hub.'),
  XIAOER_EMBEDDERS: json.optional().describe('Other embedders as JSON, see docs/models.md.'),
  XIAOER_EMBEDDER_API_KEY: z.string().optional().describe('Key for an OpenAI-compatible embeddings API.'),
  XIAOER_THREADS: z.coerce.number().int().min(1).max(64).default(2).describe('Threads that run the models.'),
  XIAOER_ANSWER_THRESHOLD: probability.optional().describe('Probability from which an answer is given.'),
  XIAOER_CLARIFY_THRESHOLD: probability.optional().describe('Probability from which the closest topics are offered.'),
  XIAOER_BURST_WINDOW_MS: z.coerce.number().int().min(0).max(10_000).default(700).describe('Wait for more fragments.'),
  XIAOER_TIME_ZONE: z
    .string()
    .default('Asia/Shanghai')
    .refine(isTimeZone, 'is no time zone, such as Asia/Shanghai')
    .describe('Time zone of the shop, in which a day begins.'),
  XIAOER_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Log level.'),
  XIAOER_ADMIN_PASSWORD: z
    .string()
    .optional()
    .describe('Password of the account `admin` that the first start makes. Default: a random one, shown once.'),
  XIAOER_TRUST_PROXY: z
    .string()
    .default('false')
    .transform(readProxies)
    .describe('Proxies in front whose X-Forwarded headers count: how many, or their addresses. `true` is one.'),
  XIAOER_CUSTOMER_KEY: z
    .enum(['open', 'required'])
    .default('open')
    .describe('Whether customers need a shop key. `required` is for a server of the shop in between.'),
  XIAOER_ORIGINS: z
    .string()
    .default('')
    .transform(readOrigins)
    .describe('Pages that may embed the chat: https://shop.example,https://www.shop.example; * for any.'),
  XIAOER_REQUESTS_PER_MINUTE: perMinute(DEFAULT_RATE_LIMITS.requests).describe(
    'Requests of one address or one shop key in a minute; 0 for any amount.',
  ),
  XIAOER_MESSAGES_PER_MINUTE: perMinute(DEFAULT_RATE_LIMITS.conversation).describe(
    'Messages of one conversation in a minute; 0 for any amount.',
  ),
  XIAOER_CHANNELS: z
    .string()
    .optional()
    .describe(
      'File that connects WeChat and Chatwoot, see docs/channels.md. Default: channels.yaml in the data folder.',
    ),
  XIAOER_WEBHOOK_ALLOW_PRIVATE: z
    .stringbool()
    .default(false)
    .describe(
      'Webhooks may go to private addresses and by plain http: only where all admins are trusted with the network.',
    ),
  XIAOER_RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(36_500)
    .optional()
    .describe('Days after which conversations are forgotten. Default: never.'),
  XDG_CACHE_HOME: z.string().optional().describe('Where downloaded models are kept; default ~/.cache.'),
});

/** Everything the product reads from its environment. Paths are absolute. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly knowledgeFolder: string;
  readonly shopDataFile?: string;
  readonly models: { readonly folder?: string; readonly mirror?: string; readonly cacheHome?: string };
  readonly embedders: unknown;
  readonly embedderApiKey?: string;
  readonly threads: number;
  readonly answerThreshold?: number;
  readonly clarifyThreshold?: number;
  readonly burstWindowMs: number;
  readonly timeZone: string;
  readonly logLevel: string;
  readonly trustProxy: TrustedProxies;
  readonly access: AccessSettings;
  readonly webhookAllowPrivate: boolean;
  /** Where channels are set up; the default one need not be there. */
  readonly channelsFile: { readonly path: string; readonly isDefault: boolean };
  /** Of the account that the first start makes. */
  readonly adminPassword?: string;
  /** Never, when absent. */
  readonly retentionDays?: number;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Settings given on the command line; they win over the environment. */
export interface ConfigOverrides {
  readonly knowledgeFolder?: string;
}

/**
 * Reads the environment once. Empty variables count as absent.
 * @throws InvalidInputError naming every variable that is wrong.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  overrides: ConfigOverrides = {},
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given, { error: plainIssue });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new InvalidInputError(`Settings:\n${wrong.join('\n')}`, parsed.error);
  }
  const env = parsed.data;
  const knowledgeFolder = resolve(overrides.knowledgeFolder ?? env.XIAOER_KNOWLEDGE);
  const demoData = knowledgeFolder === DEMO_KNOWLEDGE ? join(PACKAGE_ROOT, 'demo/shop-data.yaml') : undefined;
  return {
    host: env.HOST,
    port: env.PORT,
    dataFolder: resolve(env.XIAOER_DATA),
    databaseUrl: env.DATABASE_URL,
    knowledgeFolder,
    shopDataFile: env.XIAOER_SHOP_DATA ? resolve(env.XIAOER_SHOP_DATA) : demoData,
    models: { folder: env.XIAOER_MODELS, mirror: env.XIAOER_HUB_MIRROR, cacheHome: env.XDG_CACHE_HOME },
    embedders: env.XIAOER_EMBEDDERS,
    embedderApiKey: env.XIAOER_EMBEDDER_API_KEY,
    threads: env.XIAOER_THREADS,
    answerThreshold: env.XIAOER_ANSWER_THRESHOLD,
    clarifyThreshold: env.XIAOER_CLARIFY_THRESHOLD,
    burstWindowMs: env.XIAOER_BURST_WINDOW_MS,
    timeZone: env.XIAOER_TIME_ZONE,
    logLevel: env.XIAOER_LOG_LEVEL,
    trustProxy: env.XIAOER_TRUST_PROXY,
    access: {
      origins: env.XIAOER_ORIGINS,
      customerKeyRequired: env.XIAOER_CUSTOMER_KEY === 'required',
      limits: {
        ...DEFAULT_RATE_LIMITS,
        requests: env.XIAOER_REQUESTS_PER_MINUTE,
        conversation: env.XIAOER_MESSAGES_PER_MINUTE,
      },
    },
    webhookAllowPrivate: env.XIAOER_WEBHOOK_ALLOW_PRIVATE,
    channelsFile: {
      path: resolve(env.XIAOER_CHANNELS ?? join(env.XIAOER_DATA, 'channels.yaml')),
      isDefault: env.XIAOER_CHANNELS === undefined,
    },
    adminPassword: env.XIAOER_ADMIN_PASSWORD,
    retentionDays: env.XIAOER_RETENTION_DAYS,
    home: homedir(),
    environment: given,
  };
}

/** Every setting with its meaning and default, for the README and its check. */
export function describeSettings(): { name: string; meaning: string }[] {
  return Object.entries(schema.shape).map(([name, field]) => ({ name, meaning: field.description ?? '' }));
}

function readProxies(text: string, context: z.RefinementCtx): TrustedProxies {
  if (/^(false|no|off|0)$/i.test(text)) return false;
  if (/^(true|yes|on)$/i.test(text)) return 1;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const addresses = listOf(text);
  if (addresses.every((address) => isIP(address.replace(/\/\d{1,3}$/, '')) > 0)) return addresses;
  context.addIssue({ code: 'custom', message: 'must be a number of proxies, or their addresses' });
  return z.NEVER;
}

function readOrigins(text: string, context: z.RefinementCtx): string[] {
  const origins = listOf(text);
  const wrong = origins.find((origin) => origin !== '*' && !isOrigin(origin));
  if (wrong === undefined) return origins;
  context.addIssue({ code: 'custom', message: `${wrong} is no origin, such as https://shop.example` });
  return z.NEVER;
}

function isOrigin(text: string): boolean {
  return !text.includes('*') && URL.canParse(text) && new URL(text).origin === text;
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
