import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInputError } from '../../domain/errors.ts';
import { isMapping } from '../../text/is-mapping.ts';
import { locateYaml } from '../../text/located-yaml.ts';
import { fileProblems, plainIssue } from '../../text/plain-issues.ts';
import { DEFAULT_REPLIES, type LanguageReplies, type Replies, repliesSchema } from './replies.ts';

const FILE = 'replies.yaml';

/**
 * The shop's own wording from replies.yaml in its knowledge folder, laid over the default lines; a shop writes only
 * the lines it wants to change, of small talk as of everything else.
 * @throws InvalidInputError with a line `file:line: field: what is wrong` for each mistake.
 */
export async function readReplies(knowledgeFolder: string): Promise<Replies> {
  const file = join(knowledgeFolder, FILE);
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return source === undefined ? DEFAULT_REPLIES : parseReplies(file, source);
}

/** The same for a text. @throws InvalidInputError as `readReplies`. */
export function parseReplies(file: string, source: string): Replies {
  const yaml = locateYaml(file, source, { numbersAsText: true });
  if (yaml.problems.length > 0) throw new InvalidInputError(yaml.problems.join('\n'));
  const own = yaml.value ?? {};
  if (!isMapping(own)) throw new InvalidInputError(`${file}:1: must hold the keys zh and en`);
  const lines = { zh: inOneLanguage(DEFAULT_REPLIES.zh, own.zh), en: inOneLanguage(DEFAULT_REPLIES.en, own.en) };
  const parsed = repliesSchema.safeParse({ ...own, ...lines }, { error: plainIssue });
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(fileProblems(file, yaml, parsed.error.issues).join('\n'), parsed.error);
}

/** What is no set of lines is left as it is: the schema then says what is wrong with it. */
function inOneLanguage(defaults: LanguageReplies, own: unknown): unknown {
  if (!isMapping(own)) return own ?? defaults;
  const smalltalk = own.smalltalk ?? {};
  return {
    ...defaults,
    // A shop that says in its own words what happens next has not asked for ours beside them.
    ...(typeof own.handoff === 'string' && { handoffNoted: own.handoff }),
    ...own,
    smalltalk: isMapping(smalltalk) ? { ...defaults.smalltalk, ...smalltalk } : smalltalk,
  };
}
