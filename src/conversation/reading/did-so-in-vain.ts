import type { ConversationState } from '../../domain/conversation.ts';
import type { Language, Understanding } from '../../domain/understanding.ts';
import { lengthOf } from '../../text/length-of.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { lastSpoken } from '../state/last-spoken.ts';
import { asksSomething } from './asks-something.ts';

/** Reports that something promised is not there, or does not work. */
const LACKS: Readonly<Record<Language, RegExp>> = {
  zh: /没(?:有)?(?:给我|给)?(?:收到|到账?|返|送|看到|找到|显示|成功|加|算|领到)|(?:用|登|进|领|点|打|付|搜|找|充|收|下|抵|兑)不(?:了|上|到|进|开)|不(?:能用|管用|好使|显示|成功|到账)|失败|无效|少了/u,
  en: /\b(?:(?:did|have|has|does|do|is|was|wo|ca)n'?t|never|not|no|cannot|can not)\b[^.!?]{0,24}\b(?:get|got|gotten|receiv\w*|com(?:e|ing)|came|arriv\w*|work\w*|show\w*|find|see|load\w*|apply|appl(?:y|ied)|accept\w*|go through|added|credited)\b|\b(?:missing|invalid|rejected|declined|disappeared|vanished)\b/iu,
};
/** What is on its way is asked for in other words: `urgesAgain` knows them. */
const OF_PARCELS: Readonly<Record<Language, RegExp>> = {
  zh: /快递|包裹|物流|发货|货|退款/u,
  en: /(?<!\b(?:from|for|on|with|of|in)(?: my| the| our| a)?(?: last| first| previous| recent)? )\b(?:orders?|parcels?|packages?|delivery|tracking|refunds?|money)\b/iu,
};
/** States what was done, or what is not so. */
const STATES: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:可是|但是?|可)?(?:我|我们)?(?:都|已经|早就?|昨天|前天|刚才?|上周|是)[^吗么呢?]{1,12}(?:了|过|的)[^\p{L}\p{N}]*$|^(?:可是|但是?|可)?(?:我)?[^吗么呢?]{1,8}过了?[^\p{L}\p{N}]*$|^(?:可是|但是?|可)?我(?:不是|没有?)[^吗么呢?]{1,10}$/u,
  en: /^(?:(?:but|yes|yeah|no|well|and|so) )*(?:(?:i|we)(?:'ve|'d| have| had)? )?(?:already |just |also )?(?:[a-z]{2,}(?:ed|id)|bought|got|put|left|sent|made|used|was|had)\b|^(?:(?:but|no|well|and) )*(?:i|we)(?:'m| am)? (?:wasn'?t|weren'?t|not|didn'?t)\b/iu,
};
/** Nobody says more of what was done as told. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 14, en: 8 };
/** So much of a word is what it is about: *signed* and *signing*. */
const STEM = 4;
/** Found in many a page, and tells of none. */
const COMMON: ReadonlySet<string> = new Set(['have', 'that', 'this', 'your', 'with', 'from', 'just', 'alre', 'were']);

/**
 * Whether a customer who said that something promised is not there states that what the last reply makes it hang on was done, or is so: *signed up
 * yesterday* after *it arrives within an hour of signing up*, *i wasn't a guest*, 已经晒图了. Pure.
 */
export function didSoInVain(
  state: ConversationState,
  { text, language }: Pick<Understanding, 'text' | 'language'>,
): boolean {
  const last = lastSpoken(state);
  if (last?.action !== 'answer' || asksSomething(text, language)) return false;
  const before = normalizeTyped(last.text);
  if (!LACKS[language].test(before) || OF_PARCELS[language].test(before)) return false;
  const said = normalizeTyped(text);
  if (lengthOf(said, language) > LONGEST[language] || !STATES[language].test(said)) return false;
  return sharesWord(said, normalizeTyped(last.reply), before, language);
}

/** Whether a message repeats a word of the reply that was not in the question. */
function sharesWord(said: string, reply: string, before: string, language: Language): boolean {
  const known = wordsOf(reply, language);
  const asked = wordsOf(before, language);
  return [...wordsOf(said, language)].some((word) => known.has(word) && !asked.has(word));
}

/** Stems of English words; pairs of Chinese characters, but for particles. */
function wordsOf(text: string, language: Language): ReadonlySet<string> {
  if (language === 'en') {
    const stems = (text.match(/[a-z]{4,}/gu) ?? []).map((word) => word.slice(0, STEM));
    return new Set(stems.filter((stem) => !COMMON.has(stem)));
  }
  const characters = [...text.replace(/[^\p{Script=Han}了过的是我已经都就也]+/gu, ' ')];
  const pairs = characters.slice(1).map((character, at) => characters[at] + character);
  return new Set(pairs.filter((pair) => /^[^了过的是我已经都就也\s]{2}$/u.test(pair)));
}
