import type { ConversationCase } from '../../src/evals/case-schema.ts';
import { loadCases } from '../../src/evals/load-cases.ts';
import { hasHan } from '../../src/text/letters.ts';
import type { PlacedText } from './near-duplicates.ts';
import { fingerprint } from './text-fingerprint.ts';

/**
 * What customers say in the cases of a folder, a burst of fragments as one text, for comparing with training texts.
 * Formulas are left out: there is hardly another way to write `hi`, `转人工` or `发票`, so sharing one proves nothing.
 *
 * @throws InvalidInputError when the cases cannot be read
 */
export async function caseTexts(path: string): Promise<PlacedText[]> {
  const cases = await loadCases(path);
  return cases.flatMap(({ id, file, line, turns }) =>
    turns
      .filter((turn) => !isFormula(turn))
      .map(({ customer }) => ({ text: customer.join(' '), place: `${file}:${line} (${id})` })),
  );
}

// Letters up to which a text is a formula, and up to which it is a bare word even where an article is asked for.
const CHINESE = { formula: 4, word: 2 };
const OTHER = { formula: 12, word: 6 };

function isFormula({ customer, expect }: ConversationCase['turns'][number]): boolean {
  const { plain } = fingerprint(customer.join(' '));
  const limits = hasHan(plain) ? CHINESE : OTHER;
  const asksKnowledge = expect.action.includes('answer') || expect.action.includes('lookup');
  return Array.from(plain).length <= (asksKnowledge ? limits.word : limits.formula);
}
