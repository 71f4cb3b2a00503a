import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readNpmOptions as readOptions } from './npm-config.ts';

let root = '';
const places = () => ({ project: join(root, 'project'), home: join(root, 'home'), prefix: join(root, 'prefix') });

let warnings: string[];
const readNpmOptions = (from: ReturnType<typeof places>, env: Record<string, string>) =>
  readOptions(from, env, (problem) => warnings.push(problem));

beforeEach(async () => {
  warnings = [];
  root = await mkdtemp(join(tmpdir(), 'npm-config-'));
  for (const folder of ['project', 'home', 'prefix/etc']) await mkdir(join(root, folder), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('is empty without configuration, so that the public registry serves', async () => {
  expect(await readNpmOptions(places(), {})).toEqual({});
  expect(warnings).toEqual([]);
});

it('lets the project win over the user, the user over the machine, and a variable over all', async () => {
  await writeFile(join(root, 'prefix/etc/npmrc'), 'registry=https://machine.example/\nproxy = http://proxy.example\n');
  await writeFile(join(root, 'home/.npmrc'), 'registry=https://user.example/\n');
  expect(await readNpmOptions(places(), {})).toEqual({
    registry: 'https://user.example/',
    proxy: 'http://proxy.example',
  });
  await writeFile(join(root, 'project/.npmrc'), '# ours\nregistry="https://project.example/"\nfund=false\n');
  expect(await readNpmOptions(places(), {})).toMatchObject({ registry: 'https://project.example/' });
  const env = { npm_config_registry: 'https://variable.example/', npm_config_strict_ssl: 'false' };
  expect(await readNpmOptions(places(), env)).toMatchObject({
    registry: 'https://variable.example/',
    strictSSL: false,
  });
});

it('passes credentials and scopes on, with variables filled in', async () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: this is how npm writes variables
  const lines = ['@shop:registry=https://shop.example/', '//shop.example/:_authToken=${TOKEN}', '//x/:_password=${NO}'];
  await writeFile(join(root, 'home/.npmrc'), lines.join('\n'));
  expect(await readNpmOptions(places(), { TOKEN: 'secret' })).toEqual({
    '@shop:registry': 'https://shop.example/',
    '//shop.example/:_authToken': 'secret',
    '//x/:_password': '${NO}',
  });
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above
});

it('reads the certificates that cafile names', async () => {
  await writeFile(join(root, 'ca.pem'), 'CERTIFICATE');
  expect(await readNpmOptions(places(), { npm_config_cafile: join(root, 'ca.pem') })).toEqual({ ca: 'CERTIFICATE' });
});

it('says which file cannot be read, and goes on', async () => {
  await mkdir(join(root, 'home/.npmrc'));
  await writeFile(join(root, 'project/.npmrc'), `registry=https://project.example/\ncafile=${join(root, 'none.pem')}`);
  expect(await readNpmOptions(places(), {})).toEqual({ registry: 'https://project.example/' });
  expect(warnings).toEqual([
    `npm's settings ${join(root, 'home/.npmrc')} cannot be read (EISDIR) and count for nothing`,
    `the certificates ${join(root, 'none.pem')}, which npm's cafile names, cannot be read (ENOENT) and count for nothing`,
  ]);
});
