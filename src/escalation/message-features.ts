import type { Language } from '../domain/understanding.ts';
import type { Votes } from './message-memory.ts';
import type { MessageEvidence, TextExample } from './message-model.ts';
import { type Claims, readClaims } from './read-claims.ts';
import {
  ANGRY_SIGNALS,
  MOOD_SIGNALS,
  type MoodReading,
  type MoodSignal,
  readMoodSignals,
} from './read-mood-signals.ts';
import { splitClauses } from './split-clauses.ts';

/** Number of hash buckets for n-grams; a power of two. */
export const NGRAM_BUCKETS = 32_768;

/** Combinations that mean something other than their parts: an insult with laughter is seldom an insult. */
const COMBINATIONS = [
  'angry+laughter',
  'angry+positive',
  'angry+question',
  'angry+storm',
  'threat',
  'calm',
  'hits',
] as const;

const CLAIMS = [
  'human',
  'superior',
  'injury',
  'asksAboutInjury',
  'staffOnly',
  'unheard',
] as const satisfies readonly (keyof Claims)[];

/** Names of the dense features, in the order of `denseFeatures`. */
export const DENSE_FEATURES: readonly string[] = [...MOOD_SIGNALS, ...COMBINATIONS, ...CLAIMS];

/** Rules are worth more than any single n-gram, so the fit may trust them sooner. */
const RULE_SCALE = 2;

/**
 * What the models see of a message.
 * @param embedding its vector in the role `classify`, when it is at hand
 * @param votes what the texts nearest to that vector say
 */
export function messageEvidence(
  reading: MoodReading,
  language: Language,
  embedding?: Float32Array,
  votes?: Votes,
): MessageEvidence {
  // A threat that the whole sentence takes back must not come to life again in one of its clauses.
  const parts = reading.signals.has('denied') ? [] : splitClauses(reading.raw);
  const clauses = parts.map((clause) => textExample(readMoodSignals(clause, language), language));
  return { whole: { ...textExample(reading, language), embedding }, clauses, votes };
}

function textExample(reading: MoodReading, language: Language): TextExample {
  const dense = denseFeatures(reading, readClaims(reading.raw, language));
  return { buckets: ngramBuckets(reading.text, language), dense };
}

/** The rule signals, their combinations and the claims as numbers between 0 and `RULE_SCALE`. */
function denseFeatures({ signals, hits }: MoodReading, claims: Claims): Float64Array {
  const angry = ANGRY_SIGNALS.some((signal) => signals.has(signal));
  const threat = [...signals].some((signal) => signal.startsWith('threat:'));
  const both = (signal: MoodSignal) => Number(angry && signals.has(signal));
  const values = [
    ...MOOD_SIGNALS.map((signal) => Number(signals.has(signal))),
    both('laughter'),
    both('positive'),
    both('question'),
    both('storm'),
    Number(threat),
    Number(!angry && !threat),
    Math.min(hits, 4) / 4,
    ...CLAIMS.map((claim) => Number(claims[claim])),
  ];
  return Float64Array.from(values, (value) => value * RULE_SCALE);
}

/** Chinese carries meaning in one to three characters; English in words, and in their parts against misspelling. */
const NGRAMS: Readonly<Record<Language, (text: string) => Set<string>>> = {
  zh: (text) => {
    const characters = [...`^${text.replace(/\d+/g, '0').replace(/\s+/g, ' ')}$`];
    return characterNgrams(characters, 1, 3, new Set());
  },
  en: (text) => {
    const found = new Set<string>();
    const words = text.match(/[\p{L}']+|\d+|[!?]+|\p{Extended_Pictographic}/gu) ?? [];
    words.forEach((word, i) => {
      found.add(`w:${word}`).add(`w:${words[i - 1] ?? '^'} ${word}`);
      if (word.length > 3) characterNgrams([...`<${word}>`], 4, 5, found);
    });
    return found;
  },
};

function characterNgrams(characters: readonly string[], from: number, to: number, found: Set<string>): Set<string> {
  for (let start = 0; start < characters.length; start++)
    for (let size = from; size <= to && start + size <= characters.length; size++)
      found.add(characters.slice(start, start + size).join(''));
  return found;
}

/** Distinct hash buckets of the text's n-grams. */
function ngramBuckets(text: string, language: Language): number[] {
  const buckets = new Set<number>();
  for (const ngram of NGRAMS[language](text)) buckets.add(hash(ngram) & (NGRAM_BUCKETS - 1));
  return [...buckets];
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
