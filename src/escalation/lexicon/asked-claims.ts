import type { Language } from '../../domain/understanding.ts';
import { PERSON } from '../../text/taking-back.ts';

/*
 * Questions about what a claim would bring, which make none: how long one waits for a person, whether the shop pays for what may get
 * lost. Requests for somebody to come home ask for nobody in the chat either. Taken out before claims are looked for. Run over text in normal
 * form.
 */

/** What somebody is to come home for. */
const ZH_AT_HOME = '(?:量|测|安装|装(?!傻|逼)|拆|修|维修|取(?!消)|送|搬|收(?!费|钱)|回收|清洗|调试|勘|贴|挂|组装|保养)';
const EN_AT_HOME =
  '(?:measure|measuring|install|fit(?!s)|assemble|mount|hang|collect|carry|repair|set (?:it|this|them|the \\w+|everything) up|put (?:it|this|them|the \\w+) (?:together|up)|pick (?:it|this|them|the \\w+) up|pick up (?:the|my|a) (?!phone)|take (?:away|the old|my old)|remove (?:the|my)|tune|clean (?:the|my|our))';

const ZH_TURN = '(?:转|找|接)(?:接)?';
/** What may stand within such a question, but for words of those who wait already (还要等多久, 都没人接) or ask for one (可以吗 等多久都行). */
const ZH_BETWEEN = '[^,。!?还才都已了吗]';
const ZH_QUESTION =
  '(?:多久|多长时间|几分钟|几个人|多少人|[吗么嘛?]|(?:很久|很慢|半天)?[,\\s]*(?:是吗|是不是|真的假的))';
/** Words that make a demand of hearsay: 听说可以转人工，帮我转一下. */
const ZH_DEMANDS = '(?:帮我|给我|替我|麻烦|我要|我想|快点|赶紧|马上)';

/** Asks about a person: the wait, the price, the hours, or what others say; or for one who comes home. */
export const ASKED_PERSON: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `${PERSON.zh}${ZH_BETWEEN}{0,6}(?:等|排队?)${ZH_BETWEEN}{0,6}${ZH_QUESTION}(?![都也])`,
      `(?:排队|排着|等)${ZH_BETWEEN}{0,4}${ZH_QUESTION}[,\\s]*(?:如果|要是)?${ZH_TURN}${PERSON.zh}的话`,
      `(?:听说|据说|听(?:人|别人|朋友)说|网上说|有人说)(?![^]*${ZH_DEMANDS})[^,。!?]{0,12}${PERSON.zh}[^。!]{0,16}`,
      `(?:${ZH_TURN})?${PERSON.zh}(?:要|用|需要|得|是|会)*(?:另外|额外)?(?:收费|要钱|花钱|收钱|免费)的?[吗么嘛不?]`,
      `(?:派|来|安排|叫|找|有|请|约|喊)(?:个|一个|一下|你们的?|几个)*(?:人|师傅)(?:来|上门|过来|到家|去|我家|帮我?|帮忙|能|给)*${ZH_AT_HOME}`,
      `(?:晚上|夜里|半夜|凌晨|周末|周[一二三四五六日天]|节假日|假期|过年|春节|国庆|中午)[^,。!?]{0,4}(?:${ZH_TURN})?${PERSON.zh}[^,。!?]{0,4}(?:有人|在线|上班|在|接)[^,。!?]{0,3}[吗么嘛不没?]`,
    ].join('|'),
    'gu',
  ),
  en: new RegExp(
    [
      `\\bhow (?:long|much time) (?:is|are|does|do|will|would)\\b(?:(?!\\b(?:have to|must|until|before|still|longer)\\b)[^.,!?;]){0,50}?${PERSON.en}`,
      `\\b(?:is|are) there (?:an? |any )?(?:long )?(?:queue|wait\\w*|line|charge|fee|cost)\\b[^.,!?;]{0,30}?${PERSON.en}`,
      `\\bwhat(?:'?s| is| are) (?:the |your )(?:\\w+ )?(?:wait\\w*|queue|line|hours)\\b[^.,!?;]{0,30}?${PERSON.en}`,
      `\\b(?:do|will|would) (?:i|we|you) (?:have to |need to )?(?:pay|queue|charge|be charged)\\b[^.,!?;]{0,30}?${PERSON.en}`,
      `(?<!\\b(?:to|with|by) (?:an? |some |your )?)\\b(?:someone|somebody|anyone|anybody|a person|people|an? (?:fitter|engineer|technician|man|guy|installer|team)|your (?:guys?|men|team|people))(?: (?:to|that|who|can|could|who can|will))?(?: (?:come|comes|be sent|visit|pop|round|out|over|and|to|in|by|home|my house|here|the house))* ${EN_AT_HOME}\\b`,
      '\\b(?:someone|somebody|anyone|anybody) (?:to )?(?:come|visit|pop) (?:round|out|over|by|today|tomorrow|tonight|this|next|on (?!here|now|chat)|at \\d|in the|to (?:my|our|the) (?:house|home|flat|place|door))',
      // Comes by: nobody of the shop is asked for.
      '\\b(?:pick\\w*|collect\\w*|come|coming|visit\\w*|shop|shopping|buy|pay|return\\w*|drop\\w*|bring|browse|try|order|(?:see|view|look at) (?:it|them|these|the \\w+))\\b[^.!?]{0,24}\\bin person\\b',
      `\\bif i (?:ask|wait|call|queue|write)\\b[^.!?;]{0,20}?${PERSON.en}[^.!?;]{0,10}\\b(?:how|will|do|does|is|can|what)\\b`,
      `\\b(?:heard|read|been told)\\b(?![^]*\\b(?:can|could|please|pls|get me|give me|connect|put me|transfer|let me|i want|i need)\\b)[^.!?;]{0,60}?${PERSON.en}[^.!;]{0,40}`,
    ].join('|'),
    'gu',
  ),
};

const ZH_SUPPOSE = '(?:要是|如果|万一|假如|假设|倘若|一旦)(?!(?:我|你们?|您)?(?:再|还)?[不没])';
const ZH_SHOP = '(?:你们?|您|商家|店里?|店家|卖家|平台|这边|那边)?';
/** What may befall any order. 我丢件了 and 东西碎了 tell of one. */
const ZH_MISHAP =
  '(?<!我的?)(?:丢件|丢失|破损|少件|漏发|错发|发错|延误|延迟|超时|晚发|降价|掉色|缩水|色差|质量问题|运输(?:途中|中|损坏)|路上(?:丢|坏|碎))';
const EN_SUPPOSE =
  "\\bif (?:it|they|that|this|one|something|anything|(?:the|a|my|an) \\w+) (?:gets?|is|are|breaks?|arrives?|comes?|goes|shows?|turns?|doesn'?t)\\b";
const EN_PAYS = '(?:compensat\\w+|pay|reimburs\\w+|cover|replace)';

/** Asks what the shop does when something goes wrong, of no order in particular. */
export const ASKED_COMPENSATION: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    [
      `${ZH_SUPPOSE}[^。!得]{0,24}?(?:赔不赔|补不补|(?:怎么|咋|如何|谁|会不会|能不能)来?[赔补]|[赔补](?:偿|付|差价?|钱|运费)?[^,。!?]{0,4}(?:[吗么嘛?]|多少))`,
      `${ZH_MISHAP}(?:的话)?[^,。!?了我]{0,4}?${ZH_SHOP}(?:都|会|也|一般|通常|给|能|要|是|管)*(?:赔不赔|(?:赔|补偿)(?:偿|付|钱)?的?(?:[吗么嘛?]|多少))`,
    ].join('|'),
    'gu',
  ),
  en: new RegExp(
    [
      `${EN_SUPPOSE}(?:(?!\\bor\\b)[^.!?;]){0,50}?\\b(?:will|would|do|does|can|could) (?:you|i|we|they|the \\w+)\\b[^.!?;]{0,20}?\\b${EN_PAYS}\\b[^.!?;]{0,20}(?:\\?|$)`,
      `(?<=^|[.!?;,] ?)(?:and |so )?(?:will|would|do|can|could) (?:you|they) (?:also |even |ever |usually )?${EN_PAYS}\\b[^.!?;,]{0,20} ${EN_SUPPOSE}`,
    ].join('|'),
    'gu',
  ),
};
