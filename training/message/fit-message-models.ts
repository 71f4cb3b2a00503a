import type { Language } from '../../src/domain/understanding.ts';
import { messageEvidence } from '../../src/escalation/message-features.ts';
import { type MessageMemory, READINGS, type Reading } from '../../src/escalation/message-memory.ts';
import { type MessageEvidence, type MessageModel, messageMargin } from '../../src/escalation/message-model.ts';
import type { MessageModels } from '../../src/escalation/read-message.ts';
import { readMoodSignals } from '../../src/escalation/read-mood-signals.ts';
import { bestThreshold, calibrate, type ScoredText } from './calibrate.ts';
import { fitLogistic, type LabelledExample } from './fit-logistic.ts';
import type { TrainingText } from './read-training-texts.ts';

/** A training text with its vector in the role `classify`. */
export interface EmbeddedText extends TrainingText {
  readonly embedding: Float32Array;
}

/** Held-out figures of one model's fit, for the log and the documentation. */
export interface TrainingReport {
  readonly texts: number;
  readonly positives: number;
  /** Best F1 over the threshold, at the model's share of positives, of cross-validation over the shop's own texts. */
  readonly heldOut: Readonly<Record<HeadName, { readonly threshold: number; readonly f1: number }>>;
}

const FOLDS = 5;
/** A text and its votes, or all texts of a shop, are held out together. */
const foldOf = (text: number) => text % FOLDS;
const HEADS = ['textOnly', 'withEmbedding'] as const;
type HeadName = (typeof HEADS)[number];
type Heads = Omit<MessageModel, 'calibration'>;

/** A labelled text with all that a model sees of it; texts with the same `at` are held out together. */
export type Example = LabelledExample & { readonly at: number; readonly evidence: MessageEvidence };

/** How one model is fitted. */
export interface Settings {
  readonly epochs: number;
  readonly clausePenalty: number;
  readonly buckets: number;
  /** Share of a shop's messages that are positive: of cross ones as in public logs, of needs no more than a guess. */
  readonly share: number;
}

/**
 * Chinese buyers chain clauses without a full stop, so a clause may speak for the message. Chosen on development sets of
 * real messages (AUC up by 0.01 to 0.015); on our own, shorter texts it costs 0.001 to 0.003. English gained nothing.
 */
const MOOD: Readonly<Record<Language, Settings>> = {
  zh: { epochs: 25, clausePenalty: 0.5, buckets: 32_768, share: 0.03 },
  en: { epochs: 12, clausePenalty: 2, buckets: 32_768, share: 0.03 },
};
const NEED: Settings = { epochs: 25, clausePenalty: 1, buckets: 8_192, share: 0.05 };

/**
 * Fits the mood model and one model a need for one language. The same texts in the same order give the same weights.
 * Calibration comes from cross-validation, never from texts the fit has seen.
 * @param memory of the same texts, in the same order; without one there are no votes
 */
export function fitMessageModels(
  texts: readonly EmbeddedText[],
  language: Language,
  memory?: Pick<MessageMemory, 'votes'>,
): { models: MessageModels; reports: Record<string, TrainingReport> } {
  const evidence = texts.map(({ text, embedding }, at) =>
    messageEvidence(
      readMoodSignals(text, language),
      language,
      embedding,
      memory?.votes(embedding, (other) => foldOf(other) === foldOf(at)),
    ),
  );
  const models: Record<string, MessageModel> = {};
  const reports: Record<string, TrainingReport> = {};
  for (const name of READINGS) {
    const examples = texts.flatMap((text, i) => toExample(text, i, evidence[i], name));
    const settings = name === 'mood' ? MOOD[language] : NEED;
    const { model, report } = fitModel(examples, settings, name);
    models[name] = model;
    reports[name] = report;
  }
  return { models: models as MessageModels, reports };
}

function toExample(text: EmbeddedText, at: number, evidence: MessageEvidence, name: Reading): Example[] {
  const weight = text.labels[name];
  if (weight === undefined || weight === 0) return [];
  const { foreign } = text;
  return [{ ...evidence.whole, at, evidence, positive: weight > 0, weight: Math.abs(weight), foreign }];
}

/**
 * Fits one model and calibrates it on texts that were left out.
 * @param name of the reading whose votes count beside it, if any do
 */
export function fitModel(
  examples: readonly Example[],
  settings: Settings,
  name?: Reading,
): { model: MessageModel; report: TrainingReport } {
  const held = crossValidate(examples, settings, name);
  const [textOnly, withEmbedding] = held.map((scored) => judge(scored, settings.share));
  const calibration = { textOnly: textOnly.calibration, withEmbedding: withEmbedding.calibration };
  return {
    model: { ...fitHeads(examples, settings), calibration },
    report: {
      texts: examples.length,
      positives: examples.filter(({ positive }) => positive).length,
      heldOut: { textOnly: textOnly.best, withEmbedding: withEmbedding.best },
    },
  };
}

function fitHeads(examples: readonly Example[], { epochs, clausePenalty, buckets }: Settings): Heads {
  const embeddingWidth = examples[0]?.embedding?.length ?? 0;
  const textOnly = fitLogistic(examples, { epochs, buckets, embeddingWidth: 0 });
  const withEmbedding = fitLogistic(examples, { epochs, buckets, embeddingWidth });
  return { textOnly, withEmbedding, clausePenalty };
}

/** For each head, the margins that models which had not seen a text gave it. Foreign texts help to fit, not to judge. */
function crossValidate(examples: readonly Example[], settings: Settings, name?: Reading): ScoredText[][] {
  const held: ScoredText[][] = HEADS.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = ({ at }: Example) => foldOf(at) === fold;
    const heads = fitHeads(
      examples.filter((example) => !inFold(example)),
      settings,
    );
    for (const { evidence, positive } of examples.filter(inFold).filter(({ foreign }) => !foreign))
      HEADS.forEach((head, h) => {
        held[h].push({ margin: messageMargin(heads, evidence, head, name), positive });
      });
  }
  return held;
}

function judge(held: readonly ScoredText[], share: number) {
  const calibration = calibrate(held, share);
  const scored = held.map(({ margin, positive }) => ({
    probability: 1 / (1 + Math.exp(-(calibration.slope * margin + calibration.offset))),
    positive,
  }));
  return { calibration, best: bestThreshold(scored, share) };
}
