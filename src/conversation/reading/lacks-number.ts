import type { Language } from '../../domain/understanding.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { ownWords } from './own-words.ts';

interface Lacking {
  /** Has none, does not find it, does not know, cannot look now. */
  readonly none: RegExp;
  /** Asks where it stands, or what it is. */
  readonly where: RegExp;
  /** What may be said about it; with other words of its own, a message is about something else. */
  readonly about: ReadonlySet<string>;
}

const LACKING: Readonly<Record<Language, Lacking>> = {
  zh: {
    none: /没有?(?!收到|到|发|退|更新)|不(?:知道|晓得|清楚|记得|会(?:看|找|查|弄)|在身边)|找不[到着]|看不[到见]|查不到|忘|丢|删|弄不来/u,
    where:
      /(?:在|去|从|到)?(?:哪|那)(?:里|儿|边)?(?:能|可以)?(?:有|看|找|查)|(?:单号|号码|编号)(?:是|在)?(?:啥|什么|哪)|(?:什么|啥)(?:是)?(?:单号|订单号|号码)|怎么(?:看|找|查|弄)|咋(?:看|找|查|弄)/u,
    about: new Set(
      '订单 订单号 单号 快递 快递单号 号码 编号 号 手机 电脑 身边 朋友 别人 帮买 买的 代买 代付 记得 清楚 短信 记录 晓得 账号 找到 看到 查到 找不到 看不到 找不着 查不到 不知道 不晓得 不清楚 不记得 忘记 忘了 丢了 弄丢 删了 删除 界面 页面 手头 手上 现在'.split(
        ' ',
      ),
    ),
  },
  en: {
    none: /\b(?:(?:do|did|have|has|can|could|is|am|was|will)(?:n'?t| not)|cannot|not|no|never|none)\b|\b(?:idk|dunno|guest|lost|forgot|forgotten|deleted|threw)\b/iu,
    where:
      /\b(?:where|how)\b.{0,20}\b(?:find|see|look|get|check)\b|\bwhere(?:'?s| is| would)? (?:that|the (?:order |tracking )?number|my (?:order |tracking )number)\b|\bwh(?:at|ich)(?:'?s| is)? (?:an? |the |my )?(?:order |tracking )?(?:number|no|id|code)\b/iu,
    about: new Set(
      'order orders number numbers no id code tracking it that one find found see look check have having know knew got remember recall receive email emails mail confirmation receipt phone computer laptop account app hand home work moment idea clue sure guest checked checkout out bought ordered purchased friend husband wife mom someone gift lost forgot forgotten deleted threw away dunno idk saved keep kept wrote written screenshot havent never none'.split(
        ' ',
      ),
    ),
  },
};
/** In more than this something else is told. */
const LONGEST = 70;

/** Whether a message, where an order number was asked for, says that there is none at hand or asks where it stands. Pure. */
export function lacksNumber(raw: string, language: Language): boolean {
  const said = normalizeTyped(raw);
  if (said.length > LONGEST || /\d/.test(said)) return false;
  const { none, where, about } = LACKING[language];
  if (!none.test(said) && !where.test(said)) return false;
  return ownWords(said, language).every((word) => about.has(word));
}
