import type { Language } from '../domain/understanding.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { AngerLexicon } from './lexicon/anger-lexicon.ts';
import { EN_ANGER_LEXICON } from './lexicon/en-anger-lexicon.ts';
import { THREATS } from './lexicon/threat-lexicon.ts';
import { ZH_ANGER_LEXICON } from './lexicon/zh-anger-lexicon.ts';
import { measureIntensity } from './measure-intensity.ts';
import { mentionsThreat, readThreats } from './read-threats.ts';

const LEXICONS: Readonly<Record<Language, AngerLexicon>> = { zh: ZH_ANGER_LEXICON, en: EN_ANGER_LEXICON };

/** A mood is clear from the first lines and the last ones; the middle of an essay is not worth the time. */
const HEAD = 1_500;
const TAIL = 500;

/** Kinds of phrase that are anger by themselves. */
export const ANGRY_SIGNALS = [
  'insult',
  'swearing',
  'fury',
  'cheated',
  'attitude',
  'rhetorical',
  'sarcasm',
  'dissatisfied',
  'leaving',
] as const satisfies readonly (keyof AngerLexicon)[];
const CALM_WORDS = ['urgency', 'positive', 'laughter', 'question'] as const satisfies readonly (keyof AngerLexicon)[];
const GRUDGES = [...ANGRY_SIGNALS, 'weary'] as const;

/** Every signal `readMoodSignals` can report, in the order in which the trained weights hold them. */
export const MOOD_SIGNALS = [
  ...GRUDGES,
  ...CALM_WORDS,
  'storm',
  'question_storm',
  'shouting',
  'stretched',
  ...THREATS.map((kind) => `threat:${kind}` as const),
  'denied',
] as const;
/** One of `MOOD_SIGNALS`. */
export type MoodSignal = (typeof MOOD_SIGNALS)[number];

/** A text as the detector sees it. */
export interface MoodReading {
  /** The customer's own words, as much of them as was read. */
  readonly raw: string;
  /** Normal form, benign phrases included: what n-grams are made of. */
  readonly text: string;
  readonly signals: ReadonlySet<MoodSignal>;
  /** How many different angry phrases were found, over all categories. */
  readonly hits: number;
}

/** Finds the rule signals of a raw text. Linear in the length of the first 1,500 and the last 500 characters. */
export function readMoodSignals(raw: string, language: Language): MoodReading {
  const kept = raw.length > HEAD + TAIL ? `${raw.slice(0, HEAD)} ${raw.slice(-TAIL)}` : raw;
  const text = normalizeText(kept);
  const lexicon = LEXICONS[language];
  const clean = text.replace(lexicon.benign, ' ');
  const signals = new Set<MoodSignal>();
  let hits = 0;
  for (const word of GRUDGES) {
    const found = clean.match(lexicon[word])?.length ?? 0;
    if (found > 0) signals.add(word);
    hits += found;
  }
  for (const word of CALM_WORDS) if (clean.search(lexicon[word]) >= 0) signals.add(word);
  const threats = readThreats(text, language);
  for (const threat of threats) signals.add(`threat:${threat}`);
  if (threats.length === 0 && mentionsThreat(text, language)) signals.add('denied');
  const { storm, questionStorm, shouting, stretched } = measureIntensity(kept);
  if (storm) signals.add('storm');
  if (questionStorm) signals.add('question_storm');
  if (shouting) signals.add('shouting');
  if (stretched) signals.add('stretched');
  return { raw: kept, text, signals, hits };
}
