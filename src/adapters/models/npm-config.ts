import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NpmOptions } from './npm-source.ts';

/** Where npm keeps its settings on this machine. */
export interface NpmConfigPlaces {
  /** The folder npm was started in. */
  readonly project: string;
  readonly home: string;
  /** Prefix of the Node.js installation, two folders above the executable. */
  readonly prefix: string;
}

const renamed: Readonly<Record<string, string>> = {
  registry: 'registry',
  proxy: 'proxy',
  'https-proxy': 'httpsProxy',
  noproxy: 'noProxy',
  'strict-ssl': 'strictSSL',
  cafile: 'cafile',
};

/**
 * The part of npm's configuration that decides where and how packages are fetched: registry (also of a scope), its
 * credentials, proxy and certificates. A small reader of the documented order, https://docs.npmjs.com/cli/configuring-npm/npmrc:
 * `npm_config_*` variables, then the project's .npmrc, the user's, the global one.
 * @param env the variables of the process, handed in by the composition.
 * @param warn told of each file that is there, or is named, and cannot be read: npm goes on without it, and so do we, but
 * a registry that then refuses us would be a riddle
 */
export async function readNpmOptions(
  places: NpmConfigPlaces,
  env: Readonly<Record<string, string | undefined>>,
  warn: (problem: string) => void,
): Promise<NpmOptions> {
  const files = [
    join(places.prefix, 'etc', 'npmrc'),
    env.npm_config_userconfig ?? join(places.home, '.npmrc'),
    join(places.project, '.npmrc'),
  ];
  const options: Record<string, unknown> = {};
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') warn(unread(`npm's settings ${file}`, error));
      return '';
    });
    for (const [key, value] of parseNpmrc(text, env)) assign(options, key, value);
  }
  for (const [name, value] of Object.entries(env)) {
    if (value && /^npm_config_/i.test(name)) assign(options, variableKey(name.slice('npm_config_'.length)), value);
  }
  if (typeof options.cafile === 'string') {
    const { cafile } = options;
    options.ca = await readFile(cafile, 'utf8').catch((error: NodeJS.ErrnoException) => {
      warn(unread(`the certificates ${cafile}, which npm's cafile names,`, error));
      return undefined;
    });
    delete options.cafile;
  }
  return options;
}

function unread(what: string, { code, message }: NodeJS.ErrnoException): string {
  return `${what} cannot be read (${code ?? message}) and count for nothing`;
}

function* parseNpmrc(text: string, env: Readonly<Record<string, string | undefined>>): Generator<[string, string]> {
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^\s*([^;#=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined) continue;
    const unquoted = value.replace(/^(["'])(.*)\1$/, '$2');
    // An unset variable stays as written, as npm leaves it.
    yield [key, unquoted.replace(/\$\{([^}]+)\}/g, (written, name: string) => env[name] ?? written)];
  }
}

/** npm writes dashes as underscores in variables; keys of hosts and scopes keep theirs. */
function variableKey(name: string): string {
  return /^(\/\/|@)/.test(name) ? name : name.toLowerCase().replaceAll('_', '-');
}

function assign(options: Record<string, unknown>, key: string, value: string): void {
  // Credentials are `//host/:_authToken`, scopes `@scope:registry`: passed through under their own names.
  if (/^\/\/.+:/.test(key) || /^@[^/]+:registry$/.test(key)) options[key] = value;
  else if (renamed[key]) options[renamed[key]] = key === 'strict-ssl' ? value !== 'false' : value;
}
