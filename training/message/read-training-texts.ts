import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../src/domain/understanding.ts';
import { NEEDS } from '../../src/domain/understanding.ts';
import type { Reading } from '../../src/escalation/message-memory.ts';
import type { Need } from '../../src/escalation/needs.ts';
import { type Claims, readClaims } from '../../src/escalation/read-claims.ts';
import { ANGRY_SIGNALS, readMoodSignals } from '../../src/escalation/read-mood-signals.ts';
import { detectLanguage } from '../../src/text/detect-language.ts';

/** For each model how much a text counts: above zero as an example, below as a counter-example; absent when it says nothing. */
export type Labels = Partial<Record<Reading, number>>;

/** A training text before it is embedded. */
export interface TrainingText {
  readonly text: string;
  readonly labels: Labels;
  /** Texts from outside a shop teach words, not how often customers are angry. */
  readonly foreign?: boolean;
}

/** Where the texts are. */
export interface TrainingSources {
  /** JSONL of `{text, label: 'angry' | 'other', kind}`. */
  readonly moods: string;
  /** JSONL of `{text, need}`: a need, `mild` dissatisfaction, `trouble` (a problem told with a sigh: any mood), or `none`. */
  readonly needs: string;
  /** The intent catalogue; intents that call a person are examples of that need, the others of none. */
  readonly intents: string;
  /** Folder of training shops; the questions of each `queries.jsonl` need nobody and are calm, unless they sound angry. */
  readonly shops: string;
  /** JSONL of `{text, label}` from outside shops, GoEmotions for English. */
  readonly foreign?: string;
}

const LABELLED = z.object({ text: z.string(), label: z.enum(['angry', 'other']), kind: z.string().optional() });
const NEEDED = z.object({ text: z.string(), need: z.enum([...NEEDS, 'mild', 'trouble', 'none']) });
const QUESTION = z.object({ text: z.string() });

/** Written by the definition of a cross mood alone: whether a person is needed is open. */
const MOOD_ALONE = new Set(['cross', 'calm']);
/** Written to be mistaken for anger, and far rarer among real messages than among ours. */
const HARD_NEGATIVE_WEIGHT = 0.4;
const FOREIGN_WEIGHT = 0.3;
/** Every so many questions one is taken: the more plain questions, the surer the models of whatever is not one of them. */
const SHOP_QUESTIONS = 5;
/** Every so many foreign texts one is left out, for measuring. */
const FOREIGN_HOLD_OUT = 10;
/** Kinds of angry text between reproach and fury: they count for less than insults, accusations and scorn. */
const HALF_FURIOUS = new Set(['service_attitude', 'slow']);
const UNCLEAR_FURY = new Set(['exasperation', 'threat_authority', 'threat_review']);
const HALF = 0.5;

const ANGRY_INTENTS = new Set(['complain', 'legal_action', 'threaten_bad_review', 'report_authority']);
/** Half report, half reproach: these would only blur the border. */
const AMBIGUOUS_INTENTS = new Set(['safety_injury', 'price_rise_complaint']);
/** What an example of one need leaves open: who demands money may be furious, who goes to court threatens as well. */
const LEAVES_OPEN: Readonly<Record<Need, readonly Need[]>> = {
  human_request: ['anger'],
  anger: ['staff_only'],
  threat: ['anger'],
  legal: ['anger', 'threat', 'staff_only'],
  safety: ['anger'],
  staff_only: ['anger'],
};
const NO_NEED: Labels = Object.fromEntries(NEEDS.map((need) => [need, -1]));

/** Reads the training texts of one language, in the order that makes a fit reproducible. @throws when a file is missing or malformed. */
export function readTrainingTexts(sources: TrainingSources, language: Language): TrainingText[] {
  const moods = jsonl(sources.moods, LABELLED).map(({ text, label, kind = '' }) => ({
    text,
    labels: { ...moodLabel(label, kind), ...needLabelsOfMood(text, label, kind, language) },
  }));
  const needs = jsonl(sources.needs, NEEDED).map(({ text, need }) => ({ text, labels: needLabels(need) }));
  const foreign = sources.foreign
    ? jsonl(sources.foreign, LABELLED)
        .filter((_, i) => i % FOREIGN_HOLD_OUT !== 0)
        .map(({ text, label }) => ({
          text,
          labels: { mood: label === 'angry' ? FOREIGN_WEIGHT : -FOREIGN_WEIGHT },
          foreign: true,
        }))
    : [];
  return [
    ...moods,
    ...needs,
    ...intentTexts(sources.intents, language),
    ...shopTexts(sources.shops, language),
    ...foreign,
  ];
}

function moodLabel(label: 'angry' | 'other', kind: string): Labels {
  if (label === 'angry') return { mood: 1 };
  return { mood: kind === 'hard_negative' ? -HARD_NEGATIVE_WEIGHT : -1 };
}

/** What a text that was labelled for its mood says about needs; nothing about those its words may well claim besides. */
function needLabelsOfMood(text: string, label: 'angry' | 'other', kind: string, language: Language): Labels {
  if (MOOD_ALONE.has(kind)) return {};
  if (label === 'other') return NO_NEED;
  const claims = readClaims(text, language);
  const threat = kind.startsWith('threat');
  return {
    anger: UNCLEAR_FURY.has(kind) ? undefined : HALF_FURIOUS.has(kind) ? HALF : 1,
    threat: threat ? 1 : -1,
    legal: threat ? undefined : -1,
    ...unclaimed(claims),
  };
}

function unclaimed(claims: Claims): Labels {
  return {
    human_request: claims.human || claims.superior ? undefined : -1,
    safety: claims.injury || claims.asksAboutInjury ? undefined : -1,
    staff_only: claims.staffOnly ? undefined : -1,
  };
}

function needLabels(need: Need | 'mild' | 'trouble' | 'none'): Labels {
  if (need === 'trouble') return NO_NEED;
  if (need === 'none') return { ...NO_NEED, mood: -1 };
  if (need === 'mild') return { ...NO_NEED, mood: 1 };
  const cross = need === 'anger' || need === 'threat' || need === 'legal';
  return {
    ...Object.fromEntries(NEEDS.map((other) => [other, LEAVES_OPEN[need].includes(other) ? undefined : -1])),
    [need]: 1,
    mood: cross ? 1 : undefined,
  };
}

function jsonl<Row>(path: string, row: z.ZodType<Row>): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => row.parse(JSON.parse(line)));
}

function intentTexts(folder: string, language: Language): TrainingText[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
  return files.flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    const section = source.split(/^## /m).find((part) => part.startsWith(language));
    const examples = section?.match(/^- .+$/gm) ?? [];
    const labels = intentLabels(file.slice(0, -3), /^reason: (\S+)/m.exec(source)?.[1]);
    return examples.map((line) => topicText(line.slice(2).trim(), labels, language));
  });
}

function intentLabels(intent: string, reason: string | undefined): Labels {
  const mood = AMBIGUOUS_INTENTS.has(intent) ? undefined : ANGRY_INTENTS.has(intent) ? 1 : -1;
  const need = NEEDS.find((name) => name === reason);
  if (!need) return { ...NO_NEED, mood };
  const labels: Labels = { ...needLabels(need), mood };
  // The intent holds everything from a sigh to fury.
  return need === 'anger' ? { ...labels, anger: HALF } : labels;
}

function shopTexts(folder: string, language: Language): TrainingText[] {
  return readdirSync(folder)
    .sort()
    .flatMap((shop) => jsonl(join(folder, shop, 'queries.jsonl'), QUESTION))
    .filter(({ text }) => detectLanguage(text) === language)
    .filter((_, i) => i % SHOP_QUESTIONS === 0)
    .map(({ text }) => topicText(text, { ...NO_NEED, mood: -1 }, language));
}

/**
 * A text that was written for its topic. It is taken for calm unless phrases of anger stand in it: customers ask about
 * anything in any tone, and whoever wrote a topic's examples varied the tone as well.
 */
function topicText(text: string, labels: Labels, language: Language): TrainingText {
  if (labels.mood !== -1) return { text, labels };
  const { signals } = readMoodSignals(text, language);
  return {
    text,
    labels: ANGRY_SIGNALS.some((signal) => signals.has(signal)) ? { ...labels, mood: undefined } : labels,
  };
}
