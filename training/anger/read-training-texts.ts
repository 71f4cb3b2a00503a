import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../src/domain/understanding.ts';
import { detectLanguage } from '../../src/text/detect-language.ts';
import type { TrainingText } from './fit-anger-model.ts';

/** A training text before it is embedded. */
export type UnembeddedText = Omit<TrainingText, 'embedding'>;

/** Where the texts are. */
export interface TrainingSources {
  /** JSONL of `{text, label: 'angry' | 'other', kind}`. */
  readonly labelled: string;
  /** The intent catalogue: its complaint intents are angry, the others calm. */
  readonly intents?: string;
  /** Folder of training shops; the questions of each `queries.jsonl` are calm. */
  readonly shops?: string;
  /** JSONL of `{text, label}` from outside shops, GoEmotions for English. */
  readonly foreign?: string;
}

const LABELLED = z.object({ text: z.string(), label: z.enum(['angry', 'other']), kind: z.string().optional() });
const QUESTION = z.object({ text: z.string() });

/** Written to be mistaken for anger, and far rarer among real messages than among ours. */
const HARD_NEGATIVE_WEIGHT = 0.4;
const FOREIGN_WEIGHT = 0.3;
/** Every so many foreign texts one is left out, for measuring. */
const FOREIGN_HOLD_OUT = 10;

const ANGRY_INTENTS = new Set(['complain', 'legal_action', 'threaten_bad_review', 'report_authority']);
/** Half report, half reproach: these would only blur the border. */
const AMBIGUOUS_INTENTS = new Set(['safety_injury', 'price_rise_complaint']);

/** Reads the training texts of one language, in the order that makes a fit reproducible. @throws when a file is missing or malformed. */
export function readTrainingTexts(sources: TrainingSources, language: Language): UnembeddedText[] {
  const own = jsonl(sources.labelled, LABELLED).map(({ text, label, kind }) => ({
    text,
    angry: label === 'angry',
    weight: kind === 'hard_negative' ? HARD_NEGATIVE_WEIGHT : 1,
  }));
  const intents = sources.intents ? intentTexts(sources.intents, language) : [];
  const shops = sources.shops ? shopTexts(sources.shops, language) : [];
  const foreign = sources.foreign
    ? jsonl(sources.foreign, LABELLED)
        .filter((_, i) => i % FOREIGN_HOLD_OUT !== 0)
        .map(({ text, label }) => ({ text, angry: label === 'angry', weight: FOREIGN_WEIGHT, foreign: true }))
    : [];
  return [...own, ...intents, ...shops, ...foreign];
}

function jsonl<Row>(path: string, row: z.ZodType<Row>): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => row.parse(JSON.parse(line)));
}

function intentTexts(folder: string, language: Language): UnembeddedText[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md') && !AMBIGUOUS_INTENTS.has(file.slice(0, -3)))
    .sort();
  return files.flatMap((file) => {
    const section = readFileSync(join(folder, file), 'utf8')
      .split(/^## /m)
      .find((part) => part.startsWith(language));
    const examples = section?.match(/^- .+$/gm) ?? [];
    return examples.map((line) => ({ text: line.slice(2).trim(), angry: ANGRY_INTENTS.has(file.slice(0, -3)) }));
  });
}

function shopTexts(folder: string, language: Language): UnembeddedText[] {
  return readdirSync(folder)
    .sort()
    .flatMap((shop) => jsonl(join(folder, shop, 'queries.jsonl'), QUESTION))
    .filter(({ text }) => detectLanguage(text) === language)
    .map(({ text }) => ({ text, angry: false }));
}
