import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileShopData } from './adapters/file-shop-data/file-shop-data.ts';
import type { Config } from './config.ts';
import { readReplies } from './conversation/deciding/read-replies.ts';
import { DEFAULT_THRESHOLDS, type DecisionThresholds } from './conversation/deciding/thresholds.ts';
import type { Engine } from './conversation/engine.ts';
import { looksComplete } from './conversation/reading/looks-complete.ts';
import { runTurn } from './conversation/run-turn.ts';
import { NO_VOCABULARY } from './conversation/searching/shop-vocabulary.ts';
import type { TurnDeps } from './conversation/turn-deps.ts';
import { InvalidInputError } from './domain/errors.ts';
import type { Language } from './domain/understanding.ts';
import { readEmbedded } from './escalation/read-message.ts';
import { trainIntents } from './intent-service.ts';
import { detectIntents } from './intents/detect-intents.ts';
import type { IntentClassifier } from './intents/intent-classifier.ts';
import { keepReadings } from './kept-readings.ts';
import { type Generation, type KnowledgeDeps, KnowledgeService } from './knowledge-service.ts';
import { LANGUAGES, type OpenedModels, openEmbedders } from './open-models.ts';
import type { Embedder } from './ports/embedder.ts';
import { readAnswerModel } from './retrieval/answer-model.ts';
import { type AttentionModel, readAttentionModel } from './retrieval/attention-model.ts';
import type { IndexDeps } from './retrieval/build-knowledge-index.ts';
import { type QuestionMemory, readQuestionMemory } from './retrieval/question-memory.ts';
import { type QuestionSpace, readQuestionSpace } from './retrieval/question-space.ts';
import { readReadingModel } from './retrieval/reading-model.ts';
import { NOTHING_FOUND } from './retrieval/search-result.ts';
import { readTokenSpace, type TokenSpace } from './retrieval/token-space.ts';
import { correctHomophones } from './text/correct-homophones.ts';
import { vectorIndexFactory } from './vector-index-factory.ts';

/** A loaded engine with what it stands on. */
export interface Runtime {
  readonly engine: Engine;
  /** The same engine with another answer threshold, for the trade-off curve. */
  readonly engineAt: (answer: number) => Engine;
  readonly thresholds: DecisionThresholds;
  /** What a turn of the engine calls, read of the generation in service; for playing a turn again with a change. */
  turnDeps(thresholds: DecisionThresholds): TurnDeps;
  readonly embedders: ReadonlyMap<Language, Embedder>;
  readonly knowledge: KnowledgeService;
  close(): Promise<void>;
}

/** Takes what an operator should know. @param level `info` when absent */
export type Log = (message: string, level?: 'info' | 'warn' | 'error') => void;

/** How the runtime reports and whether it follows edits of the knowledge. */
export interface RuntimeOptions {
  readonly log?: Log;
  readonly watch?: boolean;
}

/** What an index is built with; shared by the server and `bench retrieval`. */
export function indexDeps(
  { embedders, readers }: Pick<OpenedModels, 'embedders' | 'readers'>,
  classifiers: ReadonlyMap<Language, IntentClassifier>,
  cacheDirectory?: string,
): IndexDeps {
  const spaces = new Map<Language, TokenSpace>();
  const attention = new Map<Language, AttentionModel>();
  const memories = new Map<Language, QuestionMemory>();
  const questionSpaces = new Map<Language, QuestionSpace>();
  for (const [language, { id }] of embedders) {
    spaces.set(language, readTokenSpace(language));
    attention.set(language, readAttentionModel(language));
    const memory = readQuestionMemory(language, id);
    if (memory) memories.set(language, memory);
    const questionSpace = readQuestionSpace(language, id);
    if (questionSpace) questionSpaces.set(language, questionSpace);
  }
  return {
    embedders,
    readers,
    spaces,
    attention,
    memories,
    questionSpaces,
    vectorIndex: vectorIndexFactory,
    model: readAnswerModel(),
    reading: readReadingModel(),
    rankIntents: ranksOf(classifiers),
    cacheDirectory,
  };
}

function ranksOf(classifiers: ReadonlyMap<Language, IntentClassifier>): IndexDeps['rankIntents'] {
  return (language) => (text, vector) => classifiers.get(language)?.rankVector(text, vector) ?? [];
}

/**
 * Loads models, knowledge and intents side by side and joins them into an engine.
 * @throws XiaoerError when models, knowledge, replies or orders cannot be read.
 */
export async function openRuntime(config: Config, options: RuntimeOptions = {}): Promise<Runtime> {
  const log = options.log ?? (() => {});
  await mustAllBeReadable(config);
  // Files first: a mistake in them is told at once, not when models are loaded and an index is built.
  const replies = await readReplies(config.knowledgeFolder);
  const shopData = config.shopDataFile ? await openFileShopData(config.shopDataFile) : undefined;
  const opening = openEmbedders(config);
  const knowledge = openKnowledge(config, opening, log);
  const close = async () => {
    await knowledge.close();
    await (await opening.catch(() => undefined))?.close();
  };
  try {
    // First: what is edited while the first index is built is built again.
    if (options.watch) await knowledge.watch();
    const [{ embedders }] = await Promise.all([opening, knowledge.rebuild(), opening.then(({ ready }) => ready)]);
    const fixed = {
      replies,
      shopData,
      readMessage: (text: string, language: Language) => readEmbedded(text, language, embedders.get(language)),
      dayOf: (now: number) => dayIn(config.timeZone, now),
    };
    // A turn sees one generation from its beginning to its end, whatever is swapped in meanwhile.
    const turnDeps = (limits: DecisionThresholds): TurnDeps => ({
      ...fixed,
      ...readBy(knowledge.current),
      thresholds: limits,
    });
    return { ...enginesOn(turnDeps, thresholdsOf(config)), turnDeps, embedders, knowledge, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function thresholdsOf({ answerThreshold, clarifyThreshold }: Config): DecisionThresholds {
  return {
    ...DEFAULT_THRESHOLDS,
    ...(answerThreshold === undefined ? {} : { answer: answerThreshold }),
    ...(clarifyThreshold === undefined ? {} : { clarify: clarifyThreshold }),
  };
}

function enginesOn(
  turnDeps: Runtime['turnDeps'],
  thresholds: DecisionThresholds,
): Pick<Runtime, 'engine' | 'engineAt' | 'thresholds'> {
  const engineOf = (limits: DecisionThresholds): Engine => ({
    runTurn: (state, input) => runTurn(state, input, turnDeps(limits)),
    looksComplete,
  });
  return {
    engine: engineOf(thresholds),
    engineAt: (answer) => engineOf({ ...thresholds, answer, clarify: Math.min(thresholds.clarify, answer) }),
    thresholds,
  };
}

async function mustAllBeReadable({ knowledgeFolder, shopDataFile, models }: Config): Promise<void> {
  await mustBeReadable(knowledgeFolder, 'knowledge folder', 'XIAOER_KNOWLEDGE');
  await mustBeReadable(shopDataFile, 'shop data', 'XIAOER_SHOP_DATA');
  await mustBeReadable(models.folder, 'folder of models', 'XIAOER_MODELS');
}

/** @throws InvalidInputError naming what cannot be read and the setting that names it. */
async function mustBeReadable(path: string | undefined, what: string, setting: string): Promise<void> {
  if (path === undefined) return;
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new InvalidInputError(`${what} ${path} cannot be read: check ${setting}`, cause);
  });
}

/** Swedish dates are YYYY-MM-DD. Kept, because making one takes longer than the rest of reading a short message. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day (YYYY-MM-DD) at an epoch millisecond, where the shop is. */
export function dayIn(timeZone: string, now: number): string {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv', { timeZone });
  dayFormats.set(timeZone, format);
  return format.format(now);
}

/** What a turn reads of one generation. */
function readBy(
  generation: Generation | undefined,
): Pick<
  TurnDeps,
  'catalogue' | 'correct' | 'readIntents' | 'search' | 'linesOf' | 'partOf' | 'written' | 'vocabulary'
> {
  return {
    catalogue: generation?.intents.byName ?? new Map(),
    correct(text, language) {
      const homophones = language === 'zh' ? generation?.homophones : undefined;
      return homophones ? correctHomophones(text, homophones) : text;
    },
    async readIntents(text, language) {
      const classifier = generation?.intents.classifiers.get(language);
      return classifier ? detectIntents(text, classifier) : [];
    },
    written: LANGUAGES.filter((language) => generation?.index.isWrittenIn(language)),
    vocabulary: (language) => generation?.vocabularies.get(language) ?? NO_VOCABULARY,
    search: async (text, language, today, said) =>
      (await generation?.index.search(text, language, today, said)) ?? NOTHING_FOUND,
    partOf: (article, heading) => generation?.index.partOf(article, heading),
    linesOf: async (article, text, language) => (await generation?.index.linesOf(article, text, language)) ?? [],
  };
}

function openKnowledge(
  { knowledgeFolder, dataFolder }: Config,
  opening: Promise<OpenedModels>,
  log: Log,
): KnowledgeService {
  const cache = join(dataFolder, 'index');
  const readings = keepReadings(cache);
  let fixed: IndexDeps | undefined;
  const deps: KnowledgeDeps = {
    loadArticles: (previous) => readings.knowledge(knowledgeFolder, previous),
    loadIntents: (previous) => readings.intents(knowledgeFolder, previous),
    indexHomophones: readings.homophones,
    trainIntents: async (catalogue, previous) => trainIntents(catalogue, (await opening).embedders, cache, previous),
    async indexDeps({ classifiers, ids }) {
      fixed ??= indexDeps(await opening, classifiers, cache);
      return { ...fixed, rankIntents: ranksOf(classifiers), intentsId: (language) => ids.get(language) };
    },
  };
  const logNew = logOnce(log);
  return new KnowledgeService(knowledgeFolder, deps, {
    built: ({ index, embedded }, seconds, intentProblems) => {
      const { generation, articles, problems } = index;
      log(`knowledge ${generation}: ${articles.length} articles, ${embedded} units embedded, ${seconds.toFixed(1)} s`);
      logNew([
        ...intentProblems.map((problem) => ({ level: 'error' as const, text: problem })),
        ...problems.map(({ severity, file, line, message }) => ({
          level: severity === 'error' ? ('error' as const) : ('warn' as const),
          text: `${file}:${line}: ${message}`,
        })),
      ]);
    },
    failed: (error) => log(`knowledge not rebuilt, the last good one serves: ${(error as Error).message}`, 'warn'),
  });
}

interface Finding {
  readonly level: 'warn' | 'error';
  readonly text: string;
}

/** Says of each list only what was not in the one before: a mistake that stays is not news with every save. */
function logOnce(log: Log): (findings: readonly Finding[]) => void {
  let said: ReadonlySet<string> = new Set();
  return (findings) => {
    for (const { level, text } of findings) if (!said.has(text)) log(text, level);
    said = new Set(findings.map(({ text }) => text));
  };
}
