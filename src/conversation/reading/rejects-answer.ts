import type { Language } from '../../domain/understanding.ts';
import { CROSS_FACES } from '../../text/cross-faces.ts';
import { lettersOf } from '../../text/letters.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { troubleStays } from './trouble-stays.ts';

const ZH_FAILS =
  '(?:不行|不可以|用不了|不能用|用不上|没有?用|不管用|不对|没(?:有)?(?:解决|帮助)|弄不了|不会(?:弄|用)|不好使|不起作用|没反应|没效果)';
const ZH_TRIED = '(?:我)?(?:都|已经)?(?:试|弄|做|操作|点)(?:过|了)(?:了)?';
const ZH_TRIED_ALL = '(?:我)?(?:都|已经)(?:试|弄|做|操作|点)(?:过|遍)(?:了)?';
/** What customers try out by themselves, and the trouble that stays: 换微信了还是不行, 拆了清过了还是不转. Not 还是没到, which asks where it is. */
const ZH_DID = '[^你您店客买收退等单]{1,8}(?:了|过)[^你您店客买收退等单]{0,4}';
const ZH_STAYS = `(?:还是|仍然|依然|照样)(?:${ZH_FAILS}|一样|老样子|不(?![喜想要退发换赔给理回满同])\\p{Script=Han}{1,2})`;
/** 你说的法子, what the bot advised. */
const ZH_ADVICE =
  '(?:你|您)们?(?:刚才)?(?:说|讲|给|教|发)的?(?:这个|那个|这些)?(?:办法|法子|方法|步骤|招|建议|答案|回答)?';
const EN_NOT = "(?:(?:does|do|is|wo|ca|did) ?n[o']?t|can ?not|not|never)";
const EN_STAYS = `(?:nothing|the same|no (?:luck|change|good|joy|difference)|(?:${EN_NOT} )(?:work(?:s|ing)?|help(?:s|ing)?|turn(?:ing)? on|charg(?:e|ing)|start(?:ing)?|connect(?:ing)?|go(?:ing)?(?: through)?|do(?:ing)? anything|load(?:ing)?|pair(?:ing)?|open(?:ing)?|let me))`;

/** What the reply advised was done: *did that*, *yes i did the foil thing*. */
const EN_DID =
  "(?:(?:yes|yeah|yep|yup|ya|already)[, ]+)?(?:(?:i|we)(?:'?ve| have)? )?(?:(?:already|just|also|even) )?(?:did|done|tried|followed|checked) (?:that|this|it|those|them|both|everything|all (?:of )?(?:that|it)|what (?:you|u) (?:said|say|told me)|(?:the|your) (?:[a-z]+ )?(?:thing|trick|steps?|tips?|advice|instructions?))(?: already| too)?";
/** What a machine shows: *still invalid*, *it still says expired*. */
const EN_SAYS =
  "(?:says? (?:it'?s |the )?)?(?:invalid|expired|wrong|declined|rejected|error|unavailable|empty|pending)(?: code)?";

/** What the reply said to do was done before: 那里都找过了, *yeah looked there*. */
const ZH_LOOKED =
  '(?:是的?|嗯+|对|有)?我?(?:(?:那里?|那边|那儿|里面|里头|这些|这几个|到处|哪儿|哪里)(?:都|也|已经)?|都|也|已经)(?:看|找|查|翻|检查|搜)(?:过|遍|了)(?:了|一遍)?(?:还是|都|也)?(?:没有?|没找到|没看到|找不到|不在)?';
const EN_LOOKED =
  "(?:(?:yes|yeah|yep|yup|ya|already)[, ]+)?(?:(?:i|we)(?:'?ve| have| did)? )?(?:(?:already|just|also|even) )?(?:looked|checked|searched|tried|been) (?:(?:in |under |inside |through )?(?:there|that|those|them|these|all that|all of that|all of them|everywhere|both))(?: (?:already|too|twice))?(?:,? (?:(?:and|but) )?(?:nothing|nope|no luck|no|not there|it'?s not there|nothing there))?";

/** Whole messages that say no more than that the question was not understood, whatever was replied. */
const ZH_MISUNDERSTOOD = [
  '不是(?:这个|这|那个)?(?:意思|问题)?',
  '(?:我)?(?:问的)?不是(?:问|说|要)?(?:这个|那个)',
  '(?:这)?(?:根本|完全)?不是我(?:想|要)?(?:问|说)(?:你|您)?的?(?:这个|那个)?(?:问题|东西|内容)?',
  '(?:跟|和|与)我(?:想|要)?(?:问|说)的(?:问题)?(?:没关系|无关|不一样|对不上|不是一(?:回|个)事|不沾边)',
  '(?:完全|根本)?(?:没|不)(?:有)?(?:懂|明白|理解|听懂|看懂|看明白)(?:我)?(?:的)?(?:意思|问题|话)?',
  '(?:回答|答|说|理解)(?:得|的)?(?:不对|错)',
  '所?答非所问|牛头不对马嘴|文不对题|驴唇不对马嘴',
  '(?:根本|完全|压根|还是?|都|也)?没有?(?:正面)?(?:回答|答|解决)(?:到)?(?:我|人家)?(?:想问的|问的|的)?(?:问题)?',
  '(?:根本|完全|压根|还是?|都|也)?没有?(?:回|回复)我?的?问题',
  '(?:答|回|回答|说)(?:的)?(?:都|这|那)?是?些?(?:什么|啥)(?:东西|玩意儿?|呀)?',
];
const EN_MISUNDERSTOOD = [
  "(?:that'?s|that is|it'?s) not (?:it|my question|right)",
  "(?:(?:that|this|it)(?:'?s| is| was)? )?(?:not|isn'?t|wasn'?t) (?:really )?what (?:i(?:'?m| am| was)? (?:ask(?:ed|ing)|meant?|want(?:ed)?|said|looking)|im (?:asking|looking))(?: about| for)?",
  "(?:that'?s |that is )?(?:a )?wrong(?: answer| question)?",
  "(?:you|u) (?:did ?n[o']?t|do ?n[o']?t|have ?n[o']?t|do not|did not|have not) (?:(?:really|even|actually) )?(?:answer(?:ed)?|understand|understood|read|get it|get me)(?: (?:me|it|that|my (?:question|message)|the question|what i (?:asked|said|wrote)))?",
  "i (?:did ?n[o']?t|wasn'?t|was not) ask(?:ing)?(?: (?:about|for))? (?:that|this|it)",
  '(?:that|this) (?:has|is) nothing to do with (?:it|that|what i (?:asked|said)|my question)',
];
/** What may stand in front of them, and behind. */
const LEADS: Readonly<Record<Language, string>> = {
  zh: '唉|哎|额|呃|嗯|啊|亲|可是|但是?|可|这|那|你们?|您|这个|还|我说',
  en: 'no|nope|sorry|but|hmm|well|ok|and|so|it|this|that|still|um|er|[, ]',
};
const ZH_ENDS = '啊|呀|了|的|哦|嘛|唉|诶|哎|啦';
const MISUNDERSTOOD: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(`^(?:${LEADS.zh})*(?:${ZH_MISUNDERSTOOD.join('|')})(?:${ZH_ENDS})*$`, 'u'),
  en: new RegExp(`^(?:${LEADS.en})*(?:${EN_MISUNDERSTOOD.join('|')})[.! ]*$`, 'iu'),
};

/** Whole messages that say no more than that the last reply did not help. */
const REJECTIONS: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `^(?:${LEADS.zh})*(?:${[
      `(?:还是|仍然|依然|都|也)?${ZH_FAILS}`,
      `${ZH_TRIED}(?:还是|也|都|但|可是)*${ZH_FAILS}`,
      ZH_TRIED_ALL,
      ZH_LOOKED,
      `${ZH_DID}(?:可是?|但是?)?(?:还是|也|都)+${ZH_FAILS}`,
      `${ZH_ADVICE}(?:根本|完全|压根|一点|真的|还是|都|也)*${ZH_FAILS}`,
      `(?:根本|完全|压根|一点(?:儿|都|也)?)+${ZH_FAILS}`,
      `${ZH_DID}${ZH_STAYS}`,
      '还是(?:一样|老样子)',
      `按(?:你|您|照)?(?:们)?说?的?(?:方法)?(?:试|弄|做|操作)(?:过|了)*(?:还是|也|都)*(?:${ZH_FAILS})`,
      ...ZH_MISUNDERSTOOD,
      '(?:看|听)不(?:懂|明白)',
      '(?:没|没有)帮(?:到)?(?:我|上忙)?',
    ].join('|')})(?:${ZH_ENDS})*$`,
    'u',
  ),
  en: new RegExp(
    `^(?:${LEADS.en})*(?:${[
      "(?:that|this|it)?(?:'s| is| was)? ?(?:does ?n[o']?t|doesn'?t|did ?n[o']?t|didn'?t|isn'?t|wasn'?t|not) (?:really )?(?:help(?:ing|ful)?|work(?:ing)?|answer (?:it|that|me|my question)|solve (?:it|anything|my problem))(?: (?:me|at all))?",
      "(?:that'?s|that is|(?:you|u)(?:'?re| are|r)?) (?:no|not (?:much|any|a|of)) (?:help|use)(?: at all)?",
      `(?:i|we)(?:'?ve| have| already| just| even)* (?:[a-z0-9']+,? ){1,8}?(?:(?:and|but) )?(?:(?:it|that|this|they) )?still ${EN_STAYS}`,
      `still ${EN_STAYS}`,
      ...EN_MISUNDERSTOOD,
      EN_LOOKED,
      `${EN_DID}(?:,? (?:and|but))?(?: (?:it|that|this)(?:'?s)?)?,? (?:still ${EN_STAYS}|still (?:not|${EN_SAYS})|no (?:change|luck|joy|difference|good))(?: at all)?`,
      "unhelpful|useless|(?:(?:it|that)(?:'?s| is) )?(?:no|not any|not much) (?:use|good|help)(?: at all)?",
      "i (?:already |have |'ve )*tried (?:that|it|this|everything|all (?:of )?that)(?: already)?",
      "i (?:already |have |'ve )*(?:did|tried|done) (?:that|it|this|everything|all (?:of )?that)(?: already)?,?(?: (?:and|but))?(?: (?:it|that))?(?: still)? (?:doesn'?t|didn'?t|does not|not|isn'?t) work(?:ing)?",
      "i (?:don'?t|do not|didn'?t) (?:understand|get it|get that)(?: (?:it|this|that))?",
    ].join('|')})[.!? ]*$`,
    'iu',
  ),
};

/** A mark or particle at the end that makes a question of words that reject: 这个不能用？, 那用不了呢. */
const ASKS = /[\p{L}\p{N}][^\p{L}\p{N}]*[?？]|[呢吧][\s。.!！~～]*$/u;
const CROSS = new RegExp(`[${CROSS_FACES}]`, 'u');

/** Who tells what was tried says in the next clause that it was in vain. */
const TRIED: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(`^${ZH_DID}$`, 'u'),
  en: /^(?:(?:i|we)(?:'?ve| have| already| just)* )?(?:did|done|tried) [a-z0-9' ]+$/iu,
};
const CLAUSES: Readonly<Record<Language, RegExp>> = { zh: /[^\p{L}\p{N}]+/u, en: /[^\p{L}\p{N}' ]+/u };

/**
 * Whether a message says nothing but that the last reply did not help: 还是不行, 不是这个意思, *that's not what I asked*, as a whole
 * or clause by clause. Pure.
 * @param before what the customer wrote before: the trouble of which that may still be there
 */
export function rejectsAnswer(text: string, language: Language, before = ''): boolean {
  if (ASKS.test(text)) return false;
  const words = wordsOf(text, language);
  if (words === '') return CROSS.test(text);
  const rejects = (each: string) => REJECTIONS[language].test(each) || troubleStays(each, language, before);
  if (rejects(words)) return true;
  const clauses = normalizeTyped(text)
    .split(CLAUSES[language])
    .map((clause) => clause.trim())
    .filter(Boolean);
  return clauses.some(rejects) && clauses.every((clause) => rejects(clause) || TRIED[language].test(clause));
}

/** Whether a message says nothing but that the question was not understood: 没回答我, *you didn't read my question*. Pure. */
export function saysMisunderstood(text: string, language: Language): boolean {
  return !ASKS.test(text) && MISUNDERSTOOD[language].test(wordsOf(text, language));
}

function wordsOf(text: string, language: Language): string {
  const said = normalizeTyped(text);
  return language === 'zh' ? lettersOf(said) : said.replace(/[^\p{L}\p{N}', ]+/gu, ' ').trim();
}

/** Says that something was done, whatever it was. Weaker words, such as 换, are read only in messages that reject the answer. */
const DID: Readonly<Record<Language, RegExp>> = {
  zh: /(?:试|弄|做|操作|点|换|装|拆|清|洗|充|按|重启|调|拧|紧|查|看|找|翻|检查|搜|擦|设置|更新|重装|贴|晒|泡)(?:[^,。!?没不]{0,4})(?:了|过|遍|对|好)|照做|照着|按(?:你|您)|(?:了|过|遍|好|对)[^了过,。!?]{0,4}[\s,，。]*(?:可是?|但是?|结果)?(?:还是?|仍然|依然|照样)/u,
  en: /\b(?:did|done|tried|checked|looked|searched|followed|replaced|reset|restarted|cleaned|charged|changed|been there)\b/iu,
};

/** Whether a message says that what the last reply told was done and did not help: 装对了还漏, *tried that still nothing*. Pure. */
export function triedInVain(text: string, language: Language, before = ''): boolean {
  return DID[language].test(normalizeTyped(text)) && rejectsAnswer(text, language, before);
}

/** Whole messages that say no more than that no number will come. */
const WITHHELD: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:我)?(?:也)?(?:没有?|找不(?:到|着)|不知道|忘(?:记)?了?|不记得|查不到|看不到|不(?:太)?(?:想|方便|愿意?|能)给?|能不能不给|不给|拒绝)(?:你|您|说|提供|告诉)*(?:这个|那个)?(?:订单)?(?:编)?(?:单?号码?)?(?:啊|呀|了|的|哦|呢|吧|诶|吗)*$/u,
  en: /^(?:no|sorry|but|well|[, ])*(?:i )?(?:really )?(?:don'?t|do not|can'?t|cannot|can not|won'?t|will not|rather not|forgot|lost)(?: (?:have|find|know|remember|see|want to|like to|give|share|send|tell|say))*(?: (?:you|it|that|one|the|an?|my|any|order|tracking|number|numbers|here|to))*[.! ]*$/iu,
};

/** Whether a message says nothing but that the number asked for will not come: 我没有订单号, *I can't find it*. Pure. */
export function withholdsNumber(text: string, language: Language): boolean {
  const said = normalizeTyped(text);
  const words = language === 'zh' ? lettersOf(said) : said;
  return WITHHELD[language].test(words);
}
