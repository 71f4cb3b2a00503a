import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { caseTexts } from './case-texts.ts';
import { nearDuplicates, type PlacedText } from './near-duplicates.ts';
import { articleQuestions, intentExamples, trainingQueries } from './training-texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Whatever is measured on is found by its folder's name, so that new cases are held to this unasked. */
async function evalFolders(part: 'cases' | 'knowledge'): Promise<string[]> {
  const paths = await readdir(at('evals'), { recursive: true });
  return paths
    .filter((path) => basename(path) === part)
    .sort()
    .map((path) => at(`evals/${path}`));
}

async function trainingTexts(): Promise<PlacedText[]> {
  const sources = await Promise.all([
    intentExamples(at('knowledge/intents')),
    articleQuestions(at('knowledge')),
    articleQuestions(at('training/shops')),
    trainingQueries(at('training/shops')),
    trainingQueries(at('training/demo')),
    trainingQueries(at('training/needs')),
    trainingQueries(at('training/sentiment')),
    ...(await evalFolders('knowledge')).map(articleQuestions),
  ]);
  // An empty folder would make the check pass for want of anything to compare with.
  for (const source of sources) expect(source.length).toBeGreaterThan(0);
  return sources.flat();
}

// While the demo shop's cases are not there yet there is nothing to hold; once they are, a missing folder fails.
describe.runIf(existsSync(at('evals/cases')))('conversation cases', () => {
  it('share no text with what the engine learns from', { timeout: 60_000 }, async () => {
    const training = await trainingTexts();
    const folders = await evalFolders('cases');
    const cases = (await Promise.all(folders.map(caseTexts))).flat();
    const found = nearDuplicates(cases, training).map(
      ({ one, training: learned, similarity }) =>
        `${similarity.toFixed(2)} ${relative(root, one.place)} “${one.text}” ~ ${relative(root, learned.place)} “${learned.text}”`,
    );
    expect(found.join('\n')).toBe('');
  });
});
