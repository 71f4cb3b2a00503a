import { InvalidInputError } from '../domain/errors.ts';
import { type FoundFiles, filesBelow } from '../system/files-below.ts';
import type { KnowledgeProblem } from './article.ts';

/** The folder below the root that holds something other than articles. */
const INTENTS = 'intents';

/** What a knowledge folder holds: files relative to it, with forward slashes, sorted. */
export interface KnowledgeFiles {
  readonly articles: readonly string[];
  /** A problem for each link to nothing, and a warning for each markdown file that nothing reads. */
  readonly problems: readonly KnowledgeProblem[];
}

/**
 * Looks what stands below a knowledge folder. Hidden files and readmes are meant to be left out.
 * @throws InvalidInputError when the folder cannot be read.
 */
export async function knowledgeFiles(root: string): Promise<KnowledgeFiles> {
  const { files, brokenLinks }: FoundFiles = await filesBelow(root).catch((cause: unknown) => {
    throw new InvalidInputError(`knowledge folder ${root} cannot be read`, cause);
  });
  return {
    articles: files.filter(isArticleFile),
    problems: [...brokenLinks.flatMap(brokenLink), ...files.flatMap(skippedFile)],
  };
}

/** Whether a file, given relative to the root with forward slashes, holds an article. */
function isArticleFile(file: string): boolean {
  return file.endsWith('.md') && !file.startsWith(`${INTENTS}/`) && !isReadme(file);
}

/** A name without an ending may be that of a folder of articles; pictures and the like are not ours. */
function brokenLink(file: string): KnowledgeProblem[] {
  const isKnowledge = file.endsWith('.md') || !/\.[^/]+$/.test(file);
  // Intents are read, and complained of, by name.
  if (!isKnowledge || isReadme(file) || file.startsWith(`${INTENTS}/`)) return [];
  return [{ severity: 'error', file, line: 1, message: 'is a link to something that is not there or cannot be read' }];
}

function skippedFile(file: string): KnowledgeProblem[] {
  if (!/\.(md|markdown)$/i.test(file) || isReadme(file)) return [];
  const isBelowIntents = file.startsWith(`${INTENTS}/`) && file.split('/').length > 2;
  if (file.endsWith('.md') && !isBelowIntents) return [];
  const reason = file.endsWith('.md') ? 'intents stand in intents/ itself' : 'its name must end in .md';
  return [{ severity: 'warning', file, line: 1, message: `is not read: ${reason}` }];
}

function isReadme(file: string): boolean {
  return /(^|\/)readme\.\w+$/i.test(file);
}
