import type { ConversationState } from '../../domain/conversation.ts';
import type { Language } from '../../domain/understanding.ts';
import { DECLINED_PERSON } from '../../escalation/lexicon/declined-person.ts';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { asksOfRequest } from '../reading/asks-of-request.ts';
import { chosenTopic, currentTopic, NEW_QUESTION, type Topic } from '../reading/follow-up.ts';
import { newWords, ownWords, saysInOneCharacter } from '../reading/own-words.ts';
import { connects, pointsBack } from '../reading/points-back.ts';
import { allTopics } from '../reading/reply-to-offer.ts';
import { readCorrection } from '../reading/starts-afresh.ts';
import { setsCondition, statesFact } from '../reading/states-fact.ts';
import { namedThing, substituteTopic } from '../reading/substitute-topic.ts';
import type { TurnText } from '../reading/understand.ts';
import { asksOfRefused } from './asks-of-refused.ts';
import { asksWhich, isOfBoth, passagesOfBoth } from './both-shown.ts';
import { type Leaning, type Reading, type ReadingKind, topOf } from './reading-odds.ts';
import type { Search } from './search.ts';
import { searchAll, searchChosen } from './search-chosen.ts';
import { NO_VOCABULARY, type ShopVocabulary } from './shop-vocabulary.ts';
import type { SureMatter } from './sure-matter.ts';
import { weighReadings } from './weigh-readings.ts';

/** What was found, and how likely the message would be answered by itself, whatever was spoken of before. */
export interface FoundInContext extends SearchResult {
  /** Probability, 0 to 1, that what the message finds without the conversation answers it; of a topic that it chose, that topic's. */
  readonly byItself: number;
}

/**
 * English that is part of a sentence begun before: a preposition and what follows, or a word or two (*for 2 tees*, *express?*). Chinese
 * words by themselves, such as 发票, are matters of their own.
 */
const ENGLISH_FRAGMENT =
  /^(?:for|to|in|with|from|by|on|without|even|only)\b|^[\p{L}\p{N}'-]+(?: [\p{L}\p{N}'-]+)?\s*\?*$/iu;
/**
 * What a message finds by itself, or together with what the conversation is about when it leans on that. A message that
 * names one of the topics offered is that topic; one that drops the topic, or brings up much that is new, stands alone.
 *
 * @param matter what the message wants, where that is sure; asked for only where it may tell readings apart
 */
export async function searchInContext(
  state: ConversationState,
  { text: said, language }: Pick<TurnText, 'text' | 'language'>,
  search: Search,
  vocabulary: ShopVocabulary = NO_VOCABULARY,
  matter: () => Promise<SureMatter | undefined> = async () => undefined,
): Promise<FoundInContext> {
  const whole = withoutDeclined(said, language);
  const topic = currentTopic(state, language);
  const question = state.awaiting?.text ?? topic?.question;
  const all = allTopics(state, whole);
  if (all.length > 0) return alone(await searchAll(all, question, search));
  const chosen = chosenTopic(state, whole, language);
  if (chosen) return alone(await searchChosen(chosen, question, search));
  const correction = readCorrection(whole, language);
  if (correction && !correction.completes) return alone(await search(correction.text));
  const text = correction?.text ?? whole;
  const manner = topic && mannerOf(text, { topic, language, vocabulary, completes: correction !== undefined });
  if (!topic || !manner) return alone(await search(text));
  const thing = thingSpokenOf(state, { text, language }, vocabulary);
  const isOfRequest = asksOfRequest(topic.question, text, language);
  const readings = await readAll(text, { topic, thing, isOfRequest }, language, search);
  const shown = readings.find(({ kind, found }) => kind === 'after_title' && isAbout(found, topic));
  const known = `${knownOf(topic)} ${shown ? wordsOf(shown.found) : ''}`;
  const wanted = await matter();
  const isOfGoodsShown =
    vocabulary.namesIn(text).length === 0 && shown !== undefined && isSideOf(shown.found, topic, wanted);
  const leaning: Leaning = {
    ...mannerOfVerb(manner, { text, language, readings, wanted }),
    ...(isOfGoodsShown ? { isElliptic: true } : {}),
    isOfRequest,
    isOfRefused: wanted?.isOfGoods === true && asksOfRefused(state, { text, language }, vocabulary),
    isOfThing: (article) => holdsOne(vocabulary.namesOf(article), thing),
    isOfOther: (article) =>
      thing.length > 0 && vocabulary.namesOf(article).size > 0 && !holdsOne(vocabulary.namesOf(article), thing),
    newWords: isOfRequest && manner.connects ? 0 : newTopics(ownWords(text, language), known, language).length,
    namesThing: !isOfRequest && namedThing(text, language) !== undefined,
    article: topic.article?.id,
  };
  const byItself = readings.find(({ kind }) => kind === 'alone')?.found.probability ?? 0;
  const weighed = weighReadings(readings, leaning);
  const both = isOfBoth(state, text, language) ? passagesOfBoth(weighed, readings, topic) : undefined;
  return both ? { ...weighed, passages: both, together: undefined, byItself } : { ...weighed, byItself };
}

/** How a message leans on what was spoken of. */
type Manner = Pick<Leaning, 'isElliptic' | 'isFragment' | 'states' | 'pointsBack' | 'connects'>;

/** From here on a word finds by itself what it asks. */
const FINDS_IT = 0.5;

/**
 * What a message says in one word it need not be given by the topic, where it finds that by itself; then an article that does not speak of
 * it is not meant.
 */
function mannerOfVerb(
  manner: Manner,
  of: Pick<TurnText, 'text' | 'language'> & {
    readonly readings: readonly Reading[];
    readonly wanted: SureMatter | undefined;
  },
): Manner & Pick<Leaning, 'speaksOfIt'> {
  const { text, language, readings, wanted } = of;
  if (!wanted || wanted.isOfGoods || !manner.isElliptic || !saysInOneCharacter(text, language)) return manner;
  const speaksOfIt = (found: SearchResult) => wanted.isServedBy(intentsOf(found.candidates, topOf(found)));
  const byItself = readings.find(({ kind }) => kind === 'alone')?.found;
  const isFound = byItself !== undefined && byItself.probability >= FINDS_IT && speaksOfIt(byItself);
  return isFound ? { ...manner, isElliptic: false, speaksOfIt } : manner;
}

/** Whether a message that names no goods asks a side of those whose article was shown: 什么颜色 after 溪石多少钱. */
function isSideOf({ candidates }: SearchResult, { article }: Topic, wanted: SureMatter | undefined): boolean {
  return wanted?.isOfGoods === true && wanted.isServedBy(intentsOf(candidates, article?.id));
}

function intentsOf(candidates: SearchResult['candidates'], wanted: string | undefined): readonly string[] {
  return candidates.find(({ article }) => article === wanted)?.intents ?? [];
}

/** Undefined for a message that stands alone: one that brings up much that is new, and after a look-up any that does not lean. */
function mannerOf(
  text: string,
  of: {
    readonly topic: Topic;
    readonly language: Language;
    readonly vocabulary: ShopVocabulary;
    readonly completes: boolean;
  },
): Manner | undefined {
  const { topic, language, vocabulary, completes } = of;
  const own = ownWords(text, language);
  const states = statesFact(text, language);
  const connected = connects(text, language);
  const isNew = newTopics(own, knownOf(topic), language).length >= NEW_QUESTION;
  if (isNew && !states && !setsCondition(text, language) && !connected) return undefined;
  const isElliptic = own.every((word) => vocabulary.isGeneral(word));
  const isFragment = completes || (language === 'en' && own.length <= 1 && ENGLISH_FRAGMENT.test(text.trim()));
  const manner = { isElliptic, isFragment, states, pointsBack: pointsBack(text, language), connects: connected };
  // Whoever saw where the order stands may ask anything next.
  return topic.isOrder && !Object.values(manner).includes(true) ? undefined : manner;
}

/** What was said of a topic. */
function knownOf({ question, article, reply }: Topic): string {
  return `${question} ${article?.title ?? ''} ${reply}`;
}

/** A message without the words in which it turns down a person, who is not asked for. */
function withoutDeclined(text: string, language: Language): string {
  const rest = text.replace(DECLINED_PERSON[language], ' ').replace(/^[^\p{L}\p{N}]+/u, '');
  return ownWords(rest, language).length > 0 ? rest : text;
}

/** Words that neither topic nor article holds. A bare number is a measure of what is spoken of: *even if I spend 200*. */
function newTopics(own: readonly string[], known: string, language: Language): string[] {
  return newWords(own, known, language).filter((word) => !/^\p{N}+$/u.test(word));
}

/** All that the best article says, as far as it is known: what it holds anywhere, it may answer. */
function wordsOf({ passages: [passage] }: SearchResult): string {
  return passage ? (passage.articleText ?? passage.text) : '';
}

function alone(found: SearchResult): FoundInContext {
  return { ...found, byItself: found.probability };
}

/** For so many turns a thing that was named is the one that is spoken of. */
const REMEMBERED_TURNS = 5;

/** Words for the thing named last, when the message names none itself. */
function thingSpokenOf(
  { turns }: ConversationState,
  { text, language }: Pick<TurnText, 'text' | 'language'>,
  { namesIn, namesOf }: ShopVocabulary,
): readonly string[] {
  if (namesIn(text).length > 0 || namedThing(text, language) !== undefined) return [];
  const named = turns.slice(-REMEMBERED_TURNS).map((turn) => {
    const names = namesIn(turn.text);
    if (names.length > 0 || namedThing(turn.text, language) === undefined) return names;
    // *What about the puffer* names what the shop calls a down jacket.
    return [...namesOf(turn.citations[0]?.article ?? '')];
  });
  return named.findLast((names) => names.length > 0) ?? [];
}

function holdsOne(names: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.some((word) => names.has(word));
}

/** What a message is read with. */
interface Context {
  readonly topic: Topic;
  /** Words for the thing that is spoken of; may be empty. */
  readonly thing: readonly string[];
  /** Whether it is asked of a request, in which it has no place: 运费呢 after 我要换货 names no other thing to exchange. */
  readonly isOfRequest: boolean;
}

function readAll(
  text: string,
  { topic, thing, isOfRequest }: Context,
  language: Language,
  search: Search,
): Promise<Reading[]> {
  const { question, article, options } = topic;
  const substituted = isOfRequest ? undefined : substituteTopic(question, text, language);
  const leans =
    ownWords(text, language).length === 0 ||
    pointsBack(text, language) ||
    connects(text, language) ||
    asksWhich(text, language);
  const texts: readonly { readonly kind: ReadingKind; readonly text: string; readonly option?: string }[] = [
    { kind: 'alone', text },
    { kind: 'after_question', text: `${question} ${text}` },
    ...(article ? [{ kind: 'after_title' as const, text: `${article.title} ${text}` }] : []),
    ...(article ? [{ kind: 'after_words' as const, text: `${titleWords(article.title, language)} ${text}` }] : []),
    ...(leans ? options : []).map((option) => ({ kind: 'after_option' as const, text: `${option} ${text}`, option })),
    ...(thing.length > 0 ? [{ kind: 'after_thing' as const, text: `${thing.join(' ')} ${text}` }] : []),
    ...(substituted === undefined ? [] : [{ kind: 'substituted' as const, text: substituted }]),
  ];
  return Promise.all(texts.map(async (read) => ({ ...read, found: await search(read.text) })));
}

/** The last words of a title say most: 尺码不合适可以换码吗 is about 换码. */
function titleWords(title: string, language: Language): string {
  return ownWords(title, language).slice(-2).join(' ');
}

function isAbout({ passages }: SearchResult, { article }: Topic): boolean {
  return article !== undefined && passages[0]?.citation.article === article.id;
}
