import type { Language } from '../domain/understanding.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { Article, Section } from './article.ts';
import { withoutAddresses } from './inline-text.ts';
import { PASSAGE_BUDGET } from './show-passage.ts';

/** Where to cut, best place first: between lines, sentences, clauses, words; last of all anywhere. */
const SEPARATORS: Record<Language, string[]> = {
  zh: ['\n', '。', '！', '？', '；', '，', '、', ' ', ''],
  en: ['\n', '. ', '! ', '? ', '; ', ', ', ' ', ''],
};
const LEADING_PUNCTUATION = /^[。！？；，、.!?;,]+\s*/;
const LIST_MARK = /^(?:·|\d+\.) /;

/**
 * Cuts sections longer than what is shown of one article into parts of their own, each under the same heading, so that
 * the part that answers is shown and not all the rest. Shorter sections stay as they are.
 */
export async function splitLongSections(article: Article): Promise<Article> {
  const { language, sections } = article;
  const isLong = ({ text }: Section) => text.length > PASSAGE_BUDGET[language];
  if (!sections.some(isLong)) return article;
  const split = await Promise.all(
    sections.map(async (section) => (isLong(section) ? splitSection(section, language) : [section])),
  );
  return { ...article, sections: split.flat() };
}

async function splitSection({ text, ...section }: Section, language: Language): Promise<Section[]> {
  // Few articles need it, and loading it takes as long as reading a hundred of them.
  const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters');
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: PASSAGE_BUDGET[language],
    chunkOverlap: 0,
    separators: SEPARATORS[language],
  });
  const parts: string[] = [];
  for (const part of await splitter.splitText(text)) {
    // The splitter leaves a separator with what follows it; a full stop belongs to the sentence it ends.
    const [mark] = part.match(LEADING_PUNCTUATION) ?? [''];
    if (mark && parts.length > 0) parts.push(`${parts.pop()}${mark.trimEnd()}`);
    const rest = parts.length > 0 ? part.slice(mark.length) : part;
    if (rest) parts.push(rest);
  }
  return parts.map((part) => ({ ...section, text: part, sentences: sentencesOf(part, language) }));
}

/** As when the markdown was read: list items and table rows are lines, and list marks are not part of what is said. */
function sentencesOf(part: string, language: Language): string[] {
  return part.split('\n').flatMap((line) => splitSentences(withoutAddresses(line.replace(LIST_MARK, '')), language));
}
