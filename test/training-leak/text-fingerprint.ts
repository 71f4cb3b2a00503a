import { lettersOf } from '../../src/text/letters.ts';

/** A text reduced to what two writers would have to share: used to find copies, not to understand. */
export interface TextFingerprint {
  /** Without width, case, punctuation, spaces and filler words. */
  readonly plain: string;
  /** Distinct runs of three characters of `plain`; the text itself when it is shorter. */
  readonly trigrams: ReadonlySet<string>;
}

// Greetings, politeness and particles that a copied question often gains or loses.
const FILLERS = [
  /你好|您好|请问|麻烦|谢谢|谢啦|亲亲|在吗|哈喽/gu,
  /[亲呀啊哦呢吗嘛吧哈哒啦噢嗯呐]/gu,
  /\b(?:hi|hello|hey|please|pls|thanks|thank you|just|um|so|well|the|a|an)\b/gu,
];

/** Fingerprints a text. One of nothing but filler or signs keeps them, or every greeting would equal every other. */
export function fingerprint(text: string): TextFingerprint {
  const lower = text.normalize('NFKC').toLowerCase();
  const bare = FILLERS.reduce((rest, filler) => rest.replace(filler, ' '), lower);
  const plain = lettersOf(bare) || lettersOf(lower) || lower.trim();
  return { plain, trigrams: trigramsOf(plain) };
}

function trigramsOf(plain: string): ReadonlySet<string> {
  const characters = Array.from(plain);
  if (characters.length <= 3) return new Set([plain]);
  return new Set(characters.slice(2).map((_, start) => characters.slice(start, start + 3).join('')));
}
