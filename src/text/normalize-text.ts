import { Converter } from 'opencc-js/t2cn';
import { hasHan } from './letters.ts';

const toSimplified = Converter({ from: 'tw', to: 'cn' });
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Taobao's own emoji codes, such as /:065 or /:^_^, say nothing about the topic. */
const PLATFORM_EMOJI = /\/:[\w^>.<~-]{2,6}/g;

/**
 * The one normal form in which text is compared: NFKC (full-width to half-width), lower case,
 * traditional to simplified characters, invisible characters and platform emoji codes removed,
 * white space collapsed. Idempotent.
 */
export function normalizeText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(PLATFORM_EMOJI, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
  return hasHan(plain) ? simplify(plain) : plain;
}

/** The converter takes 么 for the traditional form of 幺, which would make 在么 another word. */
function simplify(text: string): string {
  const simplified = toSimplified(text);
  return text.includes('幺') ? simplified : simplified.replaceAll('幺', '么');
}

/** `normalizeText` with the apostrophes that phones write (that’s) made plain, for rules over English words. Pure. */
export function normalizeTyped(text: string): string {
  return normalizeText(text).replaceAll('’', "'");
}
