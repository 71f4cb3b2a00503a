import type { Language } from '../domain/understanding.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import type { PassageReader } from '../ports/passage-reader.ts';
import { createPace } from '../system/create-pace.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { type AnswerModel, judgeUnread, type RankedMatch, type RankedMatches } from './answer-model.ts';
import type { Article, KnowledgeProblem } from './article.ts';
import { articleLines } from './article-lines.ts';
import { askedRows } from './asked-rows.ts';
import type { AttentionModel, ReadQuestion } from './attention-model.ts';
import { findCandidates, MOST_CANDIDATES } from './candidates.ts';
import { intentsSpokenOf, type RankIntents } from './indexed-article.ts';
import type { LanguageIndex } from './language-index.ts';
import { matchArticles } from './match-features.ts';
import { embedAsMeant, type Query, type QueryReader, readQuery } from './query.ts';
import { QuestionList } from './question-list.ts';
import type { QuestionMemory } from './question-memory.ts';
import type { QuestionSpace } from './question-space.ts';
import { readablePassage } from './readable-passage.ts';
import type { ReadingModel, ReadJudgement } from './reading-model.ts';
import { type ArticleLine, NOTHING_FOUND, type Passage, type SearchResult } from './search-result.ts';
import {
  answeringSections,
  type DescribedSection,
  describeSections,
  ENOUGH,
  ENOUGH_OF_TWO,
  likeliestSentence,
} from './section-choice.ts';
import { isShort, partsOf, ROOM_OF_TWO, showPassage } from './show-passage.ts';
import type { TokenSpace } from './token-space.ts';

/** What searching one language needs. */
export interface LanguageSearch {
  readonly index: LanguageIndex;
  readonly embedder: Embedder & TokenEmbedder;
  readonly space: TokenSpace;
  readonly attention: AttentionModel;
  readonly rankIntents: RankIntents;
  /** What other shops' customers meant; without one, nothing is recalled. */
  readonly memory?: QuestionMemory;
  /** For lists of nothing but questions; without one they are ranked in the embedder's own space. */
  readonly questionSpace?: QuestionSpace;
  /** Reads passages where the first judgement is unsure; without one, that judgement stands. */
  readonly reader?: PassageReader;
}

/** What judges whether an answer is one. */
export interface AnswerJudges {
  readonly model: AnswerModel;
  readonly reading: ReadingModel;
}

/** One generation of the knowledge: built whole, then swapped in whole. */
export class KnowledgeIndex {
  /** Content hash of everything in it. */
  readonly generation: string;
  readonly articles: readonly Article[];
  readonly problems: readonly KnowledgeProblem[];
  readonly #languages: ReadonlyMap<Language, LanguageSearch>;
  readonly #judges: AnswerJudges;
  readonly #lists: ReadonlyMap<Language, QuestionList>;

  constructor(
    content: { generation: string; articles: readonly Article[]; problems: readonly KnowledgeProblem[] },
    languages: ReadonlyMap<Language, LanguageSearch>,
    judges: AnswerJudges,
  ) {
    this.generation = content.generation;
    this.articles = content.articles;
    this.problems = content.problems;
    this.#languages = languages;
    this.#judges = judges;
    this.#lists = new Map(
      [...languages].map(([language, { index, questionSpace }]) => [language, new QuestionList(index, questionSpace)]),
    );
  }

  /** What searching a language goes by; undefined for one without articles. For error analysis. */
  languageSearch(language: Language): LanguageSearch | undefined {
    return this.#languages.get(language);
  }

  /** Whether it has articles of a language. */
  isWrittenIn(language: Language): boolean {
    return this.articles.some((article) => article.language === language);
  }

  /** The same knowledge with one language searched otherwise; this one does not change. */
  withLanguage(search: LanguageSearch): KnowledgeIndex {
    return new KnowledgeIndex(this, new Map(this.#languages).set(search.index.language, search), this.#judges);
  }

  /** The articles of all languages that are in force. @param today day (YYYY-MM-DD) */
  served(today: string): Article[] {
    return this.articles.filter((article) => isServed(article, today));
  }

  /**
   * Articles of `language` that may answer `text`, and how likely they do.
   * @param today day (YYYY-MM-DD) for `effective`
   * @param said what was written, where `text` is that read with something else: by it rows of a table are chosen
   */
  async search(text: string, language: Language, today: string, said: string = text): Promise<SearchResult> {
    const search = this.#languages.get(language);
    if (!search || search.index.articles.length === 0) return NOTHING_FOUND;
    const { index, space, attention } = search;
    const query = await readQuery(text, language, readerOf(search));
    const pace = createPace('turn');
    await pace();
    const isOpen = (at: number) => isServed(index.articles[at].article, today);
    const found = findCandidates(query, index).filter(isOpen);
    if (query.tokenWeights.length === 0 || found.length === 0) return NOTHING_FOUND;
    const likeness = await this.#likeness(query, found, isOpen);
    const described = await matchArticles(
      query,
      index,
      likeness ? [...likeness.keys()] : found,
      space.dimensions,
      attention,
    );
    await pace();
    const ranked = this.#judges.model.judge(described, likeness);
    const sectionsOf = sectionsOfCandidates(query, search);
    const judgement: ReadJudgement = likeness
      ? judgeUnread(ranked)
      : await this.#judge(query, ranked, search, sectionsOf);
    const { shown, answerProbability, together } = judgement;
    const articleOf = ({ position }: RankedMatch) => index.articles[position].article;
    // With its slips set right, where nothing else was read with it.
    const rows = askedRows(said === text ? query.text : normalizeText(said), language);
    const passageOf = (match: RankedMatch, many: number, room?: number) => {
      const article = articleOf(match);
      const enough = many > 1 ? ENOUGH_OF_TWO : ENOUGH;
      const answering = isShort(article) ? [match.bestSection] : answeringSections(sectionsOf(match.position), enough);
      return showPassage(article, answering, room, rows);
    };
    return {
      probability: answerProbability,
      passages: shown.map((match) => passageOf(match, shown.length)),
      together: together && {
        probability: together.answerProbability,
        passages: together.shown.map((match, _, { length }) =>
          passageOf(match, length, length > 1 ? ROOM_OF_TWO : undefined),
        ),
      },
      candidates: ranked.matches.slice(0, 10).map((match) => ({
        article: articleOf(match).id,
        title: articleOf(match).title,
        intents: intentsSpokenOf(index.articles[match.position]),
        parts: partsOf(articleOf(match)),
        score: answerProbability / (1 + Math.max(0, ranked.matches[0].rankScore - match.rankScore)),
      })),
    };
  }

  /** The part of an article below a heading; undefined when there is none. */
  partOf(id: string, heading: string): Passage | undefined {
    const article = this.articles.find((each) => each.id === id);
    const at = article?.sections.findIndex((section) => section.heading === heading) ?? -1;
    return article && at >= 0 ? showPassage(article, [at]) : undefined;
  }

  /** The lines of an article and how near each is to `text`; none for an article that is not there. */
  async linesOf(article: string, text: string, language: Language): Promise<readonly ArticleLine[]> {
    const search = this.#languages.get(language);
    const entry = search?.index.articles.find((each) => each.article.id === article);
    if (!search || !entry) return [];
    const { plain } = await embedAsMeant(normalizeText(text), language, readerOf(search));
    return articleLines(entry, plain);
  }

  /** Judges by the numbers; where these leave it open, by reading the best candidates. */
  async #judge(
    query: Query,
    ranked: RankedMatches,
    { reader, index }: LanguageSearch,
    sectionsOf: (position: number) => readonly DescribedSection[],
  ): Promise<ReadJudgement> {
    if (!reader) return judgeUnread(ranked);
    return this.#judges.reading.judge(ranked, query.language, {
      read: ({ position }) =>
        reader.read(
          query.text,
          readablePassage(query, index.articles[position], likeliestSentence(sectionsOf(position))),
        ),
      hasSampleQuestions: ({ position }) => index.articles[position].article.questions.length > 0,
    });
  }

  /** Entries of a bare list of questions that ask nearly the same, by position; undefined where articles were found. */
  async #likeness(
    { sentence, language }: Query,
    found: readonly number[],
    isOpen: (position: number) => boolean,
  ): Promise<ReadonlyMap<number, number> | undefined> {
    const list = this.#lists.get(language);
    if (!list?.holds(found)) return undefined;
    const ranked = (await list.rank(sentence, found)).filter(({ position }) => isOpen(position));
    return new Map(ranked.slice(0, MOST_CANDIDATES).map(({ position, likeness }) => [position, likeness]));
  }
}

/** Sections of a search's candidates, described when first asked for. */
function sectionsOfCandidates(query: Query, { index, attention, space }: LanguageSearch) {
  const described = new Map<number, readonly DescribedSection[]>();
  let question: ReadQuestion | undefined;
  return (position: number): readonly DescribedSection[] => {
    const known = described.get(position);
    if (known) return known;
    question ??= attention.read(query);
    const reader = { attention, question, dimensions: space.dimensions };
    const sections = describeSections(query, index.articles[position], reader);
    described.set(position, sections);
    return sections;
  };
}

function readerOf({ index, embedder, space, rankIntents, memory }: LanguageSearch): QueryReader {
  return { embedder, space, rankIntents, memory, words: index.words };
}

function isServed({ effective }: Article, today: string): boolean {
  if (!effective) return true;
  return (effective.from ?? today) <= today && today <= (effective.to ?? today);
}
