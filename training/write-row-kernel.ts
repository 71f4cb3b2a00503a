// Writes src/numeric/row-kernel.ts of row-kernel.wat, which stands beside it. Run it after a change: npm run kernel
import { readFileSync, writeFileSync } from 'node:fs';
import { assembleRowKernel } from './assemble-row-kernel.ts';

const bytes = await assembleRowKernel(readFileSync('src/numeric/row-kernel.wat', 'utf8'));
const lines =
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,100}/gu) ?? [];
const text = lines.map((line) => `  '${line}',`).join('\n');
writeFileSync(
  'src/numeric/row-kernel.ts',
  `/** WebAssembly of row-kernel.wat, base64, as \`npm run kernel\` writes it. */
export const ROW_KERNEL = [
${text}
].join('');
`,
);
