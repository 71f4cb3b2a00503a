import type { ConversationState } from '../domain/conversation.ts';
import type { Language, Understanding } from '../domain/understanding.ts';
import type { SearchResult } from '../retrieval/search-result.ts';
import { chosenTopic, currentTopic, NEW_QUESTION, type Topic } from './follow-up.ts';
import { newWords, ownWords } from './own-words.ts';
import { startsAfresh } from './starts-afresh.ts';
import { namedThing, substituteTopic } from './substitute-topic.ts';
import { type Leaning, type Reading, type ReadingKind, weighReadings } from './weigh-readings.ts';

/** Searches the knowledge of the turn's language and day. */
export type Search = (text: string) => Promise<SearchResult>;

const POINTS_BACK: Readonly<Record<Language, RegExp>> = {
  zh: /那个|这个|那件|这件|[它牠]/u,
  en: /\b(?:it|that|this|them|they|those|these|there|mine)\b/iu,
};

/**
 * What a message finds by itself, or together with what the conversation is about when it leans on that. A message that
 * names one of the topics offered is that topic; one that drops the topic, or brings up much that is new, stands alone.
 */
export async function searchInContext(
  state: ConversationState,
  { text, language }: Pick<Understanding, 'text' | 'language'>,
  search: Search,
): Promise<SearchResult> {
  const chosen = chosenTopic(state, text, language);
  if (chosen) return search(chosen);
  const afresh = startsAfresh(text, language);
  if (afresh) return search(afresh);
  const topic = currentTopic(state, language);
  const own = ownWords(text, language);
  const known = topic && `${topic.question} ${topic.article?.title ?? ''} ${topic.reply}`;
  if (!topic || known === undefined || newWords(own, known, language).length >= NEW_QUESTION) return search(text);
  const readings = await readAll(text, topic, language, search);
  const shown = readings.find(({ kind, found }) => kind === 'after_title' && isAbout(found, topic));
  const leaning: Leaning = {
    isElliptic: own.length === 0,
    newWords: newWords(own, `${known} ${shown?.found.passages[0]?.text ?? ''}`, language).length,
    pointsBack: POINTS_BACK[language].test(text),
    namesThing: namedThing(text, language) !== undefined,
    article: topic.article?.id,
  };
  return weighReadings(readings, leaning);
}

async function readAll(text: string, topic: Topic, language: Language, search: Search): Promise<Reading[]> {
  const texts: Readonly<Record<ReadingKind, string | undefined>> = {
    alone: text,
    after_question: `${topic.question} ${text}`,
    after_title: topic.article && `${topic.article.title} ${text}`,
    substituted: substituteTopic(topic.question, text, language),
  };
  const kinds: readonly ReadingKind[] = ['alone', 'after_question', 'after_title', 'substituted'];
  const readings = await Promise.all(
    kinds.map(async (kind) => {
      const read = texts[kind];
      return read === undefined ? undefined : { kind, found: await search(read) };
    }),
  );
  return readings.filter((reading) => reading !== undefined);
}

function isAbout({ passages }: SearchResult, { article }: Topic): boolean {
  return article !== undefined && passages[0]?.citation.article === article.id;
}
