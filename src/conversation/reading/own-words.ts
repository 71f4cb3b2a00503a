import type { Language } from '../../domain/understanding.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { segment } from '../../text/segment.ts';

/** Words that ask, point, join or soften: they name no topic, so a message of nothing else leans on the one before. */
const EMPTY: Readonly<Record<Language, ReadonlySet<string>>> = {
  zh: new Set(
    `的 了 吗 么 嘛 呢 吧 啊 呀 哈 哦 噢 啦 哒 滴 嗯 额 呃 哎 诶 亲 亲亲 那 那么 那个 这 这个 这样 那样 这种 那种 这些 那些 它 他 她 我 你 您 咱 俺
    我们 你们 他们 它们 您们 自己 然后 还有 另外 还 也 都 就 才 又 再 再说 是 不 没 没有 有 有没有 是不是 会 会不会 能 能不能 可以 可 行 行不行 可不可以
    要 要不要 得 需要 想 想问 请问 请 问 问下 一下 下 给 跟 和 与 或 或者 还是 把 被 让 叫 从 到 在 对 用 为 以 因为 所以 如果 要是 假如 的话 话 万一
    什么 啥 怎么 咋 怎样 怎么样 咋样 怎么办 咋办 咋弄 怎么弄 办 弄 搞 谁 哪 哪里 哪儿 哪个 哪些 哪种 多少 多久 多长 多长时间 时间 时候 什么时候 啥时候
    几 几天 天 几个 个 一 两 点 大概 大约 一般 通常 最多 最少 最 多 少 贵 便宜 钱 多少钱 元 块 算 出 掏 付 收费 收 费 免费 加 补 去 来 过 完 以后 之后 之前 前
    后 后来 现在 已经 开始 结束 截止 同样 一样 样 种 东西 这边 那边 里 里面 里头 跟着 上 上面 好 好的 吗 不是 只 只能 必须 应该 的话 其他 别的 另 另一 一款 两款 多会儿 结果 知道 看 说 讲 告诉 也是 能够 够 呗 哟`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `a an the over during until till around between within this that these those it its they them their there here i you we he she my your our me us one ones mine is are am was were be been
    do does did done doing have has had having can could will would shall should may might must got get gets getting go goes going
    not no yes ok okay and or but if so then also too as at by for from in into of on off to up with about than how what when where which who whom whose
    even since while though another other others together come comes coming came use uses using used work works
    why much many long far soon often any some all both each else more most less least extra only just really actually usually normally again
    please pls hi hello thanks thx anyway well oh hmm hey like need want know tell give take takes took make makes let
    start starts started begin begins end ends finish finishes time times cost costs price fee charge pay pays paid money free thing things stuff way ways happens happen case later before after now still already
    don't doesn't can't won't isn't aren't i'm i've i'd it's that's what's who's where's how's they're you're there's same
    u ur ya i'll dont cant wont didnt isnt theres thats whats`.split(/\s+/), // Earlier turns are as they were typed.
  ),
};
const ENGLISH_ENDING = /(?:ing|ies|ed|es|s|y|e)$/;

/** 那 in front of a word is taken for a part of it. */
const CONNECTIVE = /^(?:那么?(?![个件些种款里边样])|然后|还有|另外)/u;

/** Words that say when: they name no topic either, but tell something. */
const WHEN: Readonly<Record<Language, ReadonlySet<string>>> = {
  zh: new Set(
    `今天 明天 昨天 前天 后天 第一天 第二天 第三天 上周 下周 这周 上个月 下个月 月底 早上 晚上 下午 上午 中午 夜里 小时 分钟
    周一 周二 周三 周四 周五 周六 周日 周末 星期一 星期二 星期三 星期四 星期五 星期六 星期天 月份 春天 夏天 秋天 冬天 春季 夏季 秋季 冬季
    春节 过年 元旦 国庆 国庆节 五一 端午 中秋 清明 圣诞 圣诞节 除夕 大年三十 节假日 假期 放假 过节 节日`.split(/\s+/),
  ),
  en: new Set(
    `day days hour hours minute minutes week weeks month months year years today tomorrow yesterday tonight ago
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays
    weekday weekdays weekend weekends morning mornings afternoon afternoons evening evenings night nights
    january february march april june july august september october november december spring summer autumn winter
    xmas christmas easter holiday holidays noon midday midnight lunchtime`.split(/\s+/),
  ),
};
/** 10天 and "10 days" say how long, as 几天 does. */
const SPANS =
  /(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})\s?(?:多|来|几)?(?:个?(?:小时|星期|月|礼拜|工作日)|天|周|分钟)|\b\d{1,3} ?(?:hour|day|week|month|year|minute)s?\b/gu;

/** Content words of a message: what it is about by itself. Empty for 那多久呢 and "how much is it". */
export function ownWords(text: string, language: Language): string[] {
  const normal = normalizeText(text).replace(SPANS, ' ');
  if (language === 'zh')
    return segment(normal.replace(CONNECTIVE, '')).filter((word) => !isEmptyChinese(word) && !WHEN.zh.has(word));
  return (normal.match(/[\p{L}\p{N}][\p{L}\p{N}']*/gu) ?? []).filter(
    (word) => !EMPTY.en.has(word) && !WHEN.en.has(word),
  );
}

/**
 * Whether a message says anything besides asking, pointing and softening. One character of Chinese may: 已经起了. Too many of
 * them are cut off words to let them count among those.
 */
export function hasContent(text: string, language: Language): boolean {
  if (ownWords(text, language).length > 0 || saysInOneCharacter(text, language)) return true;
  const normal = normalizeText(text);
  const words = language === 'zh' ? segment(normal) : normal.split(/\P{L}+/u);
  return normal.search(SPANS) >= 0 || words.some((word) => WHEN[language].has(word));
}

/** Whether a message names what it is about in one character of Chinese, if at all: 能退吗. Pure. */
export function saysInOneCharacter(text: string, language: Language): boolean {
  const isContent = (word: string) => /^\p{Script=Han}$/u.test(word) && !EMPTY.zh.has(word);
  return language === 'zh' && segment(normalizeText(text)).some(isContent);
}

/** The dictionary knows 加多少 and 能补 as words; no character of theirs names anything. */
function isEmptyChinese(word: string): boolean {
  const characters = [...word];
  return EMPTY.zh.has(word) || /^\p{L}$/u.test(word) || characters.every((character) => EMPTY.zh.has(character));
}

/** Who asks for 邮费 is not answered with another word when the page says 运费. */
const POSTAGE = /邮费|邮资|快递费|物流费|运输费/gu;

/** Those of `words` that do not occur in `known`, whatever their endings: the message brings them up anew. */
export function newWords(words: readonly string[], known: string, language: Language): string[] {
  const before = normalizeText(known);
  if (language === 'zh') {
    const said = before.replace(POSTAGE, '运费');
    return words.filter((word) => !said.includes(word.replace(POSTAGE, '运费')));
  }
  const stems = new Set((before.match(/[\p{L}\p{N}][\p{L}\p{N}']*/gu) ?? []).map(stem));
  return words.filter((word) => !stems.has(stem(word)));
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(ENGLISH_ENDING, '') : word;
}
