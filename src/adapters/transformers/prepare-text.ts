import type { EmbeddingRole } from '../../ports/embedder.ts';
import type { ModelSpec } from '../models/model-spec.ts';

/** Characters a token never needs on average; longer text is cut before tokenising, which is linear in its length. */
const CHARACTERS_PER_TOKEN = 32;

/** The text as the model should see it: one Unicode form (full-width ＡＢＣ is ABC), lower case if asked, its role's prefix. */
export function prepareText(text: string, role: EmbeddingRole, spec: ModelSpec): string {
  const normal = text
    .slice(0, spec.maxTokens * CHARACTERS_PER_TOKEN)
    .normalize('NFKC')
    .trim();
  return spec.prefixes[role] + (spec.lowerCase ? normal.toLowerCase() : normal);
}
