import type { Language } from '../../src/domain/understanding.ts';
import { type AngerEvidence, type AngerModel, angerEvidence, messageMargin } from '../../src/escalation/anger-model.ts';
import { readMoodSignals } from '../../src/escalation/read-mood-signals.ts';
import { bestThreshold, calibrate, type ScoredText } from './calibrate.ts';
import { fitLogistic, type LabelledExample } from './fit-logistic.ts';

/** One labelled text; `embedding` is its vector in the role `classify`. */
export interface TrainingText {
  readonly text: string;
  readonly angry: boolean;
  readonly embedding: Float32Array;
  /** How much it counts; 1 by default. */
  readonly weight?: number;
  /** Texts from outside a shop teach words, not how often customers are angry. */
  readonly foreign?: boolean;
}

/** Held-out figures of a fit, for the log and the documentation. */
export interface TrainingReport {
  readonly texts: number;
  readonly angry: number;
  /** Best F1 over the threshold, at `ANGRY_SHARE`, of five-fold cross-validation over the shop's own texts. */
  readonly heldOut: Readonly<Record<HeadName, { readonly threshold: number; readonly f1: number }>>;
}

/** Share of a shop's messages that are angry, an order of magnitude rather than a measurement. */
export const ANGRY_SHARE = 0.05;

const FOLDS = 5;
const HEADS = ['textOnly', 'withEmbedding'] as const;
type HeadName = (typeof HEADS)[number];

/**
 * Chinese buyers chain clauses without a full stop, so a clause may speak for the message. Chosen on development sets of
 * real messages (AUC up by 0.01 to 0.015); on our own, shorter texts it costs 0.001 to 0.003. English gained nothing.
 */
const SETTINGS: Readonly<Record<Language, { epochs: number; clausePenalty: number }>> = {
  zh: { epochs: 25, clausePenalty: 0.5 },
  en: { epochs: 12, clausePenalty: 2 },
};

type Heads = Omit<AngerModel, 'calibration'>;
type Example = LabelledExample & { readonly evidence: AngerEvidence };

/**
 * Fits the anger model of one language. The same texts in the same order give the same weights.
 * Calibration and threshold come from cross-validation, never from texts the fit has seen.
 */
export function fitAngerModel(
  texts: readonly TrainingText[],
  language: Language,
): { model: AngerModel; report: TrainingReport } {
  const examples = texts.map((text) => toExample(text, language));
  const [textOnly, withEmbedding] = crossValidate(examples, language).map(judge);
  const calibration = { textOnly: textOnly.calibration, withEmbedding: withEmbedding.calibration };
  return {
    model: { ...fitHeads(examples, language), calibration },
    report: {
      texts: texts.length,
      angry: texts.filter((text) => text.angry).length,
      heldOut: { textOnly: textOnly.best, withEmbedding: withEmbedding.best },
    },
  };
}

function toExample({ text, angry, embedding, weight = 1, foreign }: TrainingText, language: Language): Example {
  const evidence = angerEvidence(readMoodSignals(text, language), language, embedding);
  return { ...evidence.whole, evidence, angry, weight, foreign };
}

function fitHeads(examples: readonly Example[], language: Language): Heads {
  const { epochs, clausePenalty } = SETTINGS[language];
  const embeddingWidth = examples[0]?.embedding?.length ?? 0;
  const textOnly = fitLogistic(examples, { epochs, embeddingWidth: 0 });
  const withEmbedding = fitLogistic(examples, { epochs, embeddingWidth });
  return { textOnly, withEmbedding, clausePenalty };
}

/** For each head, the margins that models which had not seen a text gave it. Foreign texts help to fit, not to judge. */
function crossValidate(examples: readonly Example[], language: Language): ScoredText[][] {
  const held: ScoredText[][] = HEADS.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (_: Example, i: number) => i % FOLDS === fold;
    const heads = fitHeads(
      examples.filter((example, i) => !inFold(example, i)),
      language,
    );
    for (const { evidence, angry } of examples.filter(inFold).filter(({ foreign }) => !foreign))
      HEADS.forEach((head, h) => {
        held[h].push({ margin: messageMargin(heads, evidence, head), angry });
      });
  }
  return held;
}

function judge(held: readonly ScoredText[]) {
  const calibration = calibrate(held, ANGRY_SHARE);
  const scored = held.map(({ margin, angry }) => ({
    probability: 1 / (1 + Math.exp(-(calibration.slope * margin + calibration.offset))),
    angry,
  }));
  return { calibration, best: bestThreshold(scored, ANGRY_SHARE) };
}
