import type { Language } from '../domain/understanding.ts';
import { type AngerModel, angerExample, blendedMargin, headMargin } from './anger-model.ts';
import { bestThreshold, calibrate, type ScoredText } from './calibrate.ts';
import { fitLogistic, type LabelledExample } from './fit-logistic.ts';
import { readMoodSignals } from './read-mood-signals.ts';

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
  readonly heldOut: {
    readonly textOnly: { threshold: number; f1: number };
    readonly blended: { threshold: number; f1: number };
  };
}

/** Share of a shop's messages that are angry, an order of magnitude rather than a measurement. */
export const ANGRY_SHARE = 0.05;

const FOLDS = 5;
const SETTINGS: Readonly<Record<Language, { epochs: number; embeddingShare: number }>> = {
  zh: { epochs: 25, embeddingShare: 0.5 },
  en: { epochs: 12, embeddingShare: 1 },
};

type Heads = Omit<AngerModel, 'calibration'>;

/**
 * Fits the anger model of one language. The same texts in the same order give the same weights.
 * Calibration and threshold come from cross-validation, never from texts the fit has seen.
 */
export function trainSentiment(
  texts: readonly TrainingText[],
  language: Language,
): { model: AngerModel; report: TrainingReport } {
  const examples = texts.map((text) => toExample(text, language));
  const held = crossValidate(texts, examples, language);
  const calibration = {
    textOnly: calibrate(held.textOnly, ANGRY_SHARE),
    blended: calibrate(held.blended, ANGRY_SHARE),
  };
  const best = (kind: 'textOnly' | 'blended') => {
    const { slope, offset } = calibration[kind];
    const scored = held[kind].map(({ margin, angry }) => ({
      probability: 1 / (1 + Math.exp(-(slope * margin + offset))),
      angry,
    }));
    return bestThreshold(scored, ANGRY_SHARE);
  };
  return {
    model: { ...fitHeads(examples, language), calibration },
    report: {
      texts: texts.length,
      angry: texts.filter((text) => text.angry).length,
      heldOut: { textOnly: best('textOnly'), blended: best('blended') },
    },
  };
}

function toExample({ text, angry, embedding, weight = 1, foreign }: TrainingText, language: Language): LabelledExample {
  return { ...angerExample(readMoodSignals(text, language), language, embedding), angry, weight, foreign };
}

function fitHeads(examples: readonly LabelledExample[], language: Language): Heads {
  const { epochs, embeddingShare } = SETTINGS[language];
  const embeddingWidth = examples[0]?.embedding?.length ?? 0;
  const textOnly = fitLogistic(examples, { epochs, embeddingWidth: 0 });
  const withEmbedding = fitLogistic(examples, { epochs, embeddingWidth });
  return { textOnly, withEmbedding, embeddingShare };
}

function crossValidate(texts: readonly TrainingText[], examples: readonly LabelledExample[], language: Language) {
  const textOnly: ScoredText[] = [];
  const blended: ScoredText[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const heads = fitHeads(
      examples.filter((_, i) => i % FOLDS !== fold),
      language,
    );
    examples.forEach((example, i) => {
      if (i % FOLDS !== fold || texts[i].foreign) return;
      textOnly.push({ margin: headMargin(heads.textOnly, example), angry: example.angry });
      blended.push({ margin: blendedMargin(heads, example), angry: example.angry });
    });
  }
  return { textOnly, blended };
}
