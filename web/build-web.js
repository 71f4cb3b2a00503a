/**
 * Builds the web pages that need building into dist/web: `node web/build-web.js`. Every folder below web/ with a
 * `vite.config.ts` is one. A page whose sources are unchanged since its last build is left alone, without loading Vite,
 * so that a later `npm start` stays quick.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(WEB, '..');
/** Code that several pages share. */
const SHARED = join(WEB, 'shared');

/**
 * Builds what has changed.
 * @returns {Promise<string[]>} the names of the pages that were built
 */
export async function buildWeb() {
  const pages = readdirSync(WEB).filter((name) => existsSync(join(WEB, name, 'vite.config.ts')));
  const built = [];
  for (const page of pages) {
    const folder = join(ROOT, 'dist/web', page);
    const stampFile = join(ROOT, 'dist/web', `.${page}.stamp`);
    const stamp = stampOf(page);
    if (existsSync(folder) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    const { build } = await import('vite');
    const root = join(WEB, page);
    await build({
      ...{ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' },
      build: { outDir: folder, emptyOutDir: true },
    });
    mkdirSync(join(ROOT, 'dist/web'), { recursive: true });
    compress(folder);
    writeFileSync(stampFile, stamp);
    built.push(page);
  }
  return built;
}

/**
 * Once here, and not at every request.
 * @param {string} folder
 */
function compress(folder) {
  for (const file of filesBelow(folder).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
    const source = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(source, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(source));
  }
}

/**
 * A hash of everything a page is built from: its files, what pages share, and the versions of the libraries.
 * @param {string} page
 */
function stampOf(page) {
  const hash = createHash('sha256');
  const sources = [...filesBelow(join(WEB, page)), ...filesBelow(SHARED), join(WEB, 'tsconfig.json')];
  for (const file of [...sources, join(ROOT, 'package.json'), join(WEB, 'build-web.js')]) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of await buildWeb()) console.log(`built web/${page}`);
}
