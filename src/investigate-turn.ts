import type { Runtime } from './compose.ts';
import { type RunTurnDeps, runTurn } from './conversation/run-turn.ts';
import type { Language, Needs } from './domain/understanding.ts';
import { believedFrom, NEEDS, type Need } from './escalation/needs.ts';
import { readClaims } from './escalation/read-claims.ts';
import type { PlayedTurn } from './evals/run-cases.ts';
import type { TurnScore } from './evals/score.ts';
import type {
  ArticleEvidence,
  Change,
  Investigator,
  NearExample,
  NeedEvidence,
  ReadingEvidence,
} from './evals/turn-evidence.ts';
import { readableText } from './intents/featurise-texts.ts';
import type { Generation } from './knowledge-service.ts';
import { dot } from './numeric/dot.ts';
import type { Embedder } from './ports/embedder.ts';
import { missingWords, nearestUnits } from './retrieval/compare-article.ts';
import { editQuestions } from './retrieval/edit-questions.ts';
import { type Query, readQuery } from './retrieval/query.ts';
import type { SearchResult } from './retrieval/search-result.ts';
import { segment } from './text/segment.ts';

const NEIGHBOURS_AN_ARTICLE = 3;
const EXAMPLES = 5;
/** From here on an article counts as speaking of an intent. */
const SPEAKS_OF = 0.5;
const INTENTS_AN_ARTICLE = 3;
const MISSING_WORDS = 6;
const WORDS_THAT_SPEAK = 3;
/** Longer messages are not taken apart word by word. */
const MOST_WORDS = 40;
/** A word that moves a need's probability by less says nothing. */
const LEAST_EFFECT = 0.05;

/** Looks into turns of the engine in service and plays them again, through the very `runTurn` that serves. */
export function createInvestigator(runtime: Runtime): Investigator {
  const { thresholds } = runtime;
  const vectorsOf = exampleVectors(runtime.embedders);
  return {
    answerThreshold: thresholds.answer,
    async gather(turn) {
      const generation = serving(runtime);
      const deps = runtime.turnDeps(thresholds);
      const readings = await readingsOf(turn.played, deps);
      const { language } = turn.got;
      const [top] = turn.got.candidates;
      const message = readings[0]?.text ?? turn.texts.join('\n');
      const readAs = readings.find(({ article }) => article !== undefined && article === top?.article)?.text ?? message;
      const articles = await articleEvidence(turn, message, readAs, generation);
      return {
        readings,
        readAs,
        articles,
        examples: await nearExamples(turn, message, articles, generation, vectorsOf),
        needs: await needEvidence(turn, deps),
        signals: signalsOf(turn, language),
      };
    },
    replay: (played, change) => replay(played, change, runtime),
  };
}

function serving({ knowledge }: Runtime): Generation {
  if (!knowledge.current) throw new Error('no knowledge is in service');
  return knowledge.current;
}

/** Plays the turn once more and listens to what it searches for. */
async function readingsOf({ state, input }: PlayedTurn, deps: RunTurnDeps): Promise<ReadingEvidence[]> {
  const found = new Map<string, SearchResult | undefined>();
  const search: RunTurnDeps['search'] = async (text, language, today) => {
    // Entered before waiting, so that the order is the one in which they were asked for.
    found.set(text, undefined);
    const result = await deps.search(text, language, today);
    found.set(text, result);
    return result;
  };
  await runTurn(state, input, { ...deps, search });
  return [...found].map(([text, result]) => ({
    text,
    probability: result?.probability ?? 0,
    article: result?.passages[0]?.citation.article,
  }));
}

async function articleEvidence(
  { expect, got }: TurnScore,
  message: string,
  readAs: string,
  { index }: Generation,
): Promise<ArticleEvidence[]> {
  const search = index.languageSearch(got.language);
  if (!search) return [];
  const { embedder, space, rankIntents } = search;
  const reader = { embedder, space, rankIntents, words: search.index.words };
  const [query, own] = await Promise.all([readAs, message].map((text) => readQuery(text, got.language, reader)));
  const best = got.candidates.slice(0, 1).map(({ article }) => article);
  const heads = got.citations.length > 0 ? got.citations.map(({ article }) => article) : best;
  const misled = [...new Set(heads)].filter((id) => !expect.article.includes(id));
  const wanted = [
    ...misled.map((id) => ({ id, role: 'found' as const })),
    ...expect.article.map((id) => ({ id, role: 'expected' as const })),
  ];
  return wanted.map(({ id, role }) => evidenceOf(id, role, { query, own }, search.index));
}

function evidenceOf(
  id: string,
  role: ArticleEvidence['role'],
  { query, own }: { readonly query: Query; readonly own: Query },
  index: Parameters<typeof nearestUnits>[1],
): ArticleEvidence {
  const position = index.articles.findIndex(({ article }) => article.id === id);
  if (position < 0) return { article: id, role, text: '', nearest: [], missing: [], speaksOf: [] };
  const {
    article: { title, sections },
    intents,
  } = index.articles[position];
  return {
    article: id,
    role,
    title,
    text: sections.map((section) => `${section.heading}\n${section.text}`).join('\n'),
    nearest: nearestUnits(query, index, position, NEIGHBOURS_AN_ARTICLE),
    // What the conversation adds to the message is not what the customer missed.
    missing: missingWords(own, index, position, MISSING_WORDS),
    speaksOf: [...intents]
      .filter(([, strength]) => strength >= SPEAKS_OF)
      .sort(([, a], [, b]) => b - a)
      .slice(0, INTENTS_AN_ARTICLE)
      .map(([name]) => name),
  };
}

type ExampleVectors = (intent: string, texts: readonly string[], language: Language) => Promise<Float32Array[]>;

/** Vectors of intents' examples, embedded when first asked for and kept: failures share their intents. */
function exampleVectors(embedders: ReadonlyMap<Language, Embedder>): ExampleVectors {
  const known = new Map<string, Promise<Float32Array[]>>();
  return (intent, texts, language) => {
    const key = `${language} ${intent}`;
    const vectors =
      known.get(key) ??
      (async () => (await embedders.get(language)?.embed(texts.map(readableText), 'classify')) ?? [])();
    known.set(key, vectors);
    return vectors;
  };
}

/**
 * The nearest example of each of the likeliest intents, believed or not, and of those that would have led to what was
 * expected: the one that the case names, those of the right article, small talk, or a call for a person.
 */
async function nearExamples(
  { expect, got }: TurnScore,
  message: string,
  articles: readonly ArticleEvidence[],
  { intents }: Generation,
  vectorsOf: ExampleVectors,
): Promise<NearExample[]> {
  const classifier = intents.classifiers.get(got.language);
  if (!classifier) return [];
  const [likely] = await classifier.rankAll([message]);
  const [vector] = await vectorsOf(`message ${message}`, [message], got.language);
  const due = intents.catalogue.intents.filter(
    ({ name, route, reason }) =>
      name === expect.intent ||
      articles.some(({ role, speaksOf }) => role === 'expected' && speaksOf.includes(name)) ||
      (route === 'smalltalk' && expect.action.includes(route)) ||
      (route === 'escalate' && expect.reason?.some((one) => one === reason)),
  );
  const found: NearExample[] = [];
  for (const name of new Set([...got.intents, ...likely, ...due].map((one) => one.name))) {
    const intent = intents.byName.get(name);
    const texts = intent?.examples[got.language] ?? [];
    if (!intent || !vector || texts.length === 0) continue;
    const vectors = await vectorsOf(name, texts, got.language);
    const scored = vectors.map((each, at) => ({ text: texts[at], similarity: dot(vector, each) }));
    const [best] = scored.sort((a, b) => b.similarity - a.similarity);
    found.push({ intent: name, route: intent.route, reason: intent.reason, ...best });
  }
  return found.sort((a, b) => b.similarity - a.similarity).slice(0, EXAMPLES);
}

async function needEvidence({ played, expect, got }: TurnScore, deps: RunTurnDeps): Promise<NeedEvidence[]> {
  const raw = played?.input.texts.join('\n') ?? '';
  const { language } = got;
  const { needs } = await deps.readMessage(raw, language);
  const asked: readonly (string | undefined)[] = [got.handoff?.reason, ...(expect.reason ?? [])];
  const evidence: NeedEvidence[] = [];
  for (const need of NEEDS) {
    const words = asked.includes(need) ? await wordsThatSpeak(raw, language, need, needs[need], deps) : [];
    evidence.push({ need, probability: needs[need], believedFrom: believedFrom(need), words });
  }
  return evidence;
}

/** Leaves out one word after the other and reads what is left. */
async function wordsThatSpeak(
  raw: string,
  language: Language,
  need: Need,
  probability: number,
  deps: RunTurnDeps,
): Promise<NeedEvidence['words']> {
  const words = [...new Set(language === 'zh' ? segment(raw) : raw.split(/[^\p{L}\p{N}']+/u).filter(Boolean))];
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  const effects: { word: string; without: number }[] = [];
  for (const word of words) {
    const rest = raw.replace(word, ' ').replace(/\s+/g, ' ').trim();
    effects.push({ word, without: (await deps.readMessage(rest, language)).needs[need] });
  }
  return effects
    .filter(({ without }) => probability - without >= LEAST_EFFECT)
    .sort((a, b) => a.without - b.without)
    .slice(0, WORDS_THAT_SPEAK);
}

function signalsOf({ texts, got }: TurnScore, language: Language): string[] {
  const claims = Object.entries(readClaims(texts.join('\n'), language)).filter(([, holds]) => holds);
  return [...got.sentiment.signals, ...claims.map(([name]) => `says:${name}`)];
}

async function replay(
  { state, input }: PlayedTurn,
  change: Change,
  runtime: Runtime,
): ReturnType<Investigator['replay']> {
  const { thresholds } = runtime;
  if (change.kind === 'threshold') {
    const { answer } = change;
    return runTurn(
      state,
      input,
      runtime.turnDeps({ ...thresholds, answer, clarify: Math.min(thresholds.clarify, answer) }),
    );
  }
  const deps = runtime.turnDeps(thresholds);
  return runTurn(state, input, { ...deps, ...(await changed(change, deps, serving(runtime))) });
}

async function changed(
  change: Exclude<Change, { kind: 'threshold' }>,
  deps: RunTurnDeps,
  { index }: Generation,
): Promise<Partial<RunTurnDeps>> {
  switch (change.kind) {
    case 'intents_ignored':
      return { readIntents: async () => [] };
    case 'need_set':
      return {
        readMessage: async (text, language) => {
          const reading = await deps.readMessage(text, language);
          const needs: Needs = { ...reading.needs, [change.need]: change.probability };
          return { ...reading, needs };
        },
      };
    default: {
      const { article, question } = change;
      const language = index.articles.find(({ id }) => id === article)?.language;
      const search = language && index.languageSearch(language);
      const edit = change.kind === 'question_added' ? { article, add: question } : { article, remove: question };
      const edited = search && (await editQuestions(search, edit));
      const other = edited ? index.withLanguage(edited) : index;
      return { search: async (text, spoken, today) => other.search(text, spoken, today) };
    }
  }
}
