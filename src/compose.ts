import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileShopData } from './adapters/file-shop-data/file-shop-data.ts';
import { hnswVectorIndexFactory } from './adapters/hnswlib/hnsw-vector-index.ts';
import type { Config } from './config.ts';
import type { Engine } from './conversation/engine.ts';
import { looksComplete } from './conversation/looks-complete.ts';
import { readReplies } from './conversation/read-replies.ts';
import { type RunTurnDeps, runTurn } from './conversation/run-turn.ts';
import { DEFAULT_THRESHOLDS, type DecisionThresholds } from './conversation/thresholds.ts';
import { InvalidInputError } from './domain/errors.ts';
import type { Language } from './domain/understanding.ts';
import { readMessage } from './escalation/read-message.ts';
import { openIntentService } from './intent-service.ts';
import { detectIntents } from './intents/detect-intents.ts';
import type { IntentClassifier } from './intents/intent-classifier.ts';
import { KnowledgeService } from './knowledge-service.ts';
import { openEmbedders } from './open-models.ts';
import type { Embedder, TokenEmbedder } from './ports/embedder.ts';
import { readAnswerModel } from './retrieval/answer-model.ts';
import type { IndexDeps } from './retrieval/build-knowledge-index.ts';
import { NOTHING_FOUND } from './retrieval/search-result.ts';
import { readTokenSpace, type TokenSpace } from './retrieval/token-space.ts';
import { normalizeText } from './text/normalize-text.ts';

/** A loaded engine with what it stands on. */
export interface Runtime {
  readonly engine: Engine;
  /** The same engine with another answer threshold, for the trade-off curve. */
  readonly engineAt: (answer: number) => Engine;
  readonly thresholds: DecisionThresholds;
  readonly knowledge: KnowledgeService;
  close(): Promise<void>;
}

/** How the runtime reports and whether it follows edits of the knowledge. */
export interface RuntimeOptions {
  readonly log?: (message: string) => void;
  readonly watch?: boolean;
}

/** What an index is built with; shared by the server and `bench retrieval`. */
export function indexDeps(
  embedders: ReadonlyMap<Language, Embedder & TokenEmbedder>,
  classifiers: ReadonlyMap<Language, IntentClassifier>,
  cacheDirectory?: string,
): IndexDeps {
  const spaces = new Map<Language, TokenSpace>();
  for (const language of embedders.keys()) spaces.set(language, readTokenSpace(language));
  const rankIntents = (language: Language) => (text: string, vector: Float32Array) =>
    classifiers.get(language)?.rankVector(text, vector) ?? [];
  const model = readAnswerModel();
  return { embedders, spaces, vectorIndex: hnswVectorIndexFactory, model, rankIntents, cacheDirectory };
}

/**
 * Loads models, knowledge and intents and joins them into an engine.
 * @throws XiaoerError when models, knowledge, replies or orders cannot be read.
 */
export async function openRuntime(config: Config, options: RuntimeOptions = {}): Promise<Runtime> {
  const log = options.log ?? (() => {});
  await access(config.knowledgeFolder).catch((cause: unknown) => {
    throw new InvalidInputError(`knowledge folder ${config.knowledgeFolder} cannot be read`, cause);
  });
  const { embedders, close: closeEmbedders } = await openEmbedders(config);
  const cache = join(config.dataFolder, 'index');
  try {
    const intents = await openIntentService(config.knowledgeFolder, embedders, cache);
    for (const problem of intents.catalogue.problems) log(`error ${problem}`);
    const knowledge = openKnowledge(config.knowledgeFolder, indexDeps(embedders, intents.classifiers, cache), log);
    await knowledge.rebuild();
    if (options.watch) knowledge.watch();
    const thresholds: DecisionThresholds = {
      ...DEFAULT_THRESHOLDS,
      ...(config.answerThreshold === undefined ? {} : { answer: config.answerThreshold }),
      ...(config.clarifyThreshold === undefined ? {} : { clarify: config.clarifyThreshold }),
    };
    const deps: RunTurnDeps = {
      thresholds,
      replies: await readReplies(config.knowledgeFolder),
      catalogue: intents.byName,
      readIntents: async (text, language) => {
        const classifier = intents.classifiers.get(language);
        return classifier ? detectIntents(text, classifier) : [];
      },
      readMessage: async (text, language) => {
        const [vector] = (await embedders.get(language)?.embed([normalizeText(text)], 'classify')) ?? [];
        return readMessage(text, language, vector);
      },
      search: async (text, language, today) => (await knowledge.index?.search(text, language, today)) ?? NOTHING_FOUND,
      // The Swedish form of a date is YYYY-MM-DD.
      dayOf: (now) => new Date(now).toLocaleDateString('sv', { timeZone: config.timeZone }),
      shopData: config.shopDataFile ? await openFileShopData(config.shopDataFile) : undefined,
    };
    return {
      engine: engineOf(deps),
      engineAt: (answer) =>
        engineOf({
          ...deps,
          thresholds: { ...thresholds, answer, clarify: Math.min(thresholds.clarify, answer) },
        }),
      thresholds,
      knowledge,
      close: async () => {
        await knowledge.close();
        await closeEmbedders();
      },
    };
  } catch (error) {
    await closeEmbedders();
    throw error;
  }
}

function engineOf(deps: RunTurnDeps): Engine {
  return { runTurn: (state, input) => runTurn(state, input, deps), looksComplete };
}

function openKnowledge(folder: string, deps: IndexDeps, log: (message: string) => void): KnowledgeService {
  return new KnowledgeService(folder, deps, {
    built: ({ index, embedded }, seconds) => {
      const { generation, articles, problems } = index;
      log(`knowledge ${generation}: ${articles.length} articles, ${embedded} units embedded, ${seconds.toFixed(1)} s`);
      for (const { severity, file, line, message } of problems) log(`${severity} ${file}:${line}: ${message}`);
    },
    failed: (error) => log(`knowledge not rebuilt, the last good one serves: ${String(error)}`),
  });
}
