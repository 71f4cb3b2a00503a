import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { compileSources } from '../../../test/compile-sources.ts';
import { realModel } from '../../../test/real-model.ts';

it('works from compiled sources, and the process ends by itself once closed, even with work under way', async () => {
  const { directory: modelDir, spec } = await realModel('bge-small-zh-v1.5');
  const compiled = await compileSources();
  const module = pathToFileURL(join(compiled.directory, 'adapters/transformers/transformers-embedder.js')).href;
  const program = `import { createTransformersEmbedder } from ${JSON.stringify(module)};
    const embedder = await createTransformersEmbedder(${JSON.stringify({ modelDir, spec })});
    const [vector] = await embedder.embed(['退货'], 'query');
    // Long texts, so that the threads are inside the model when they are to end.
    const texts = Array.from({ length: 200 }, (_, at) => '退货运费由谁承担，很多顾客都会问到。'.repeat(10) + at);
    const cut = embedder.embed(texts, 'passage').catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await embedder.close();
    const late = await embedder.embed(['late'], 'query').catch((error) => error);
    console.log(vector.length, (await cut).code, late.code);`;
  try {
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { timeout: 90_000 });
    expect(await run).toEqual({ stdout: '512 closed closed\n', stderr: '' });
  } finally {
    await compiled.remove();
  }
}, 180_000);
