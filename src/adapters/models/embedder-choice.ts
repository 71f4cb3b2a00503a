import { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.ts';
import { openAiEmbedderSettings } from '../openai/openai-embedder-settings.ts';
import { modelSpec } from './model-spec.ts';

const choice = z.discriminatedUnion('kind', [
  /** A model of the store by its name. */
  z.object({ kind: z.literal('builtin'), name: z.string() }),
  /** Any other ONNX encoder, described like a built-in one. */
  z.object({ kind: z.literal('local'), ...modelSpec.shape }),
  z.object({ kind: z.literal('openai'), ...openAiEmbedderSettings.shape }),
]);

const choices = z.strictObject({
  zh: choice.default({ kind: 'builtin', name: 'bge-small-zh-v1.5' }),
  en: choice.default({ kind: 'builtin', name: 'all-MiniLM-L6-v2' }),
});

/** Which embedder serves each language. */
export type EmbedderChoices = z.infer<typeof choices>;
/** The embedder of one language. */
export type EmbedderChoice = z.infer<typeof choice>;

/**
 * Reads a team's choice of embedders, one entry a language, each filled in with the built-in model when left out.
 * The key of an entry is its language: it need not be repeated inside.
 * @throws InvalidInputError naming the field that is wrong.
 */
export function parseEmbedderChoices(input: unknown = {}): EmbedderChoices {
  const parsed = choices.safeParse(withLanguages(input));
  if (!parsed.success) throw new InvalidInputError(`Embedders: ${z.prettifyError(parsed.error)}`, parsed.error);
  return parsed.data;
}

function withLanguages(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([language, entry]) => [
      language,
      typeof entry === 'object' && entry !== null ? { ...entry, language } : entry,
    ]),
  );
}
