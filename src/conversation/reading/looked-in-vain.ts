import type { ConversationState } from '../../domain/conversation.ts';
import type { Language, Understanding } from '../../domain/understanding.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { lastSpoken } from '../state/last-spoken.ts';

/** A page that has the customer look or ask around first. */
const SENDS_LOOKING: Readonly<Record<Language, RegExp>> = {
  zh: /(?:看|找|问|查|翻|核对|检查)(?:一?下|看|问|找)?[^。!?\n]{0,24}(?:驿站|门卫|保安|代收|邻居|家人|同住|快递柜|丰巢|前台|物业|箱|盒|袋|缝|角落|夹层|短信|垃圾)|(?:驿站|门卫|保安|代收|邻居|家人|快递柜|前台|物业|箱子|盒子|夹层|短信)[^。!?\n]{0,16}(?:看|找|问|查|翻|核对)/u,
  en: /\b(?:look|check|ask|search|try)\b[^.!?\n]{0,60}\b(?:neighbou?rs?|shed|porch|bins?|safe place|under|inside|behind|box|bag|paper|packaging|reception|household|junk|spam|post office|parcel shop|locker|concierge)\b/iu,
};
/** And then has him turn to the shop. */
const ENDS_WITH_US: Readonly<Record<Language, RegExp>> = {
  zh: /联系(?:我们|客服|在线)|找(?:我们|客服)|告诉(?:我们|客服)|(?:发|报)给?(?:我们|客服)|我们(?:来|会|帮|再)?[^。!?\n]{0,6}(?:查|核实|补|跟进|处理)/u,
  en: /\b(?:contact|tell|write to|message|e-?mail|call|let|send) (?:us|our)\b|\b(?:get in touch|let us know|we(?:'ll| will| then)? (?:start|open|investigate|look into|post|send|replace|refund))\b/iu,
};
/** Looked, and says where it ended. A message may say both in one word: 都问过了没有. */
const LOOKED: Readonly<Record<Language, RegExp>> = {
  zh: /(?:都|全|也|已经|早就?|挨个|里外|到处)[^,。!?还没]{0,4}(?:问|找|看|查|翻|打听|核对|检查|搜)(?:过|遍|了|完)|(?:问|找|查|翻)(?:过|遍|了)[^,。!?]{0,6}(?:都|全|也)/u,
  en: /(?<!\b(?:not|n't|never|should i|shall i|to|haven't|have not) )\b(?:looked|checked|searched|asked|been (?:round|to|through)|tried|(?:did|done) all (?:of )?(?:that|this|it|those))\b/u,
};
const IN_VAIN: Readonly<Record<Language, RegExp>> = {
  zh: /(?:都|也|还是|仍然|说|就是|全|过了?|遍了?|了)[,\s]*(?:说)?(?:没(?:有|找到|看到|见到?|收到|人(?:收|见|知道|拿))?(?=$|[^\p{Script=Han}]|的|啊|呀|他|她|它|东西|包裹|件|人)|不在|找不到|不见|不知道)|说(?:是)?(?:都)?没(?:有|收|见|看到)|(?:哪|哪里|哪儿)都没/u,
  en: /\b(?:not there|isn'?t there|not here|nothing|nope|no luck|no sign|no (?:second|other|parcel|box|package|one|body)|nobody|none|nowhere|everywhere|no|hasn'?t|haven'?t|didn'?t|don'?t have|(?:days|weeks?) ago|(?:it'?s|its|it was|that was) (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/u,
};
const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: /\?|[吗么呢]\s*$|还没(?:有)?(?:问|找|看|查)|要不要|怎么|多久/u,
  en: /\?|^(?:should|shall|do|does|can|could|what|how|where|when|is|are)\b|\b(?:should i|do i|how long|what (?:now|if))\b/u,
};

/**
 * Whether a customer whom the last reply sent looking, to turn to the shop if that is in vain, says that it was: *checked, not there* after *ask
 * the neighbours; after that, contact us*, 驿站门卫都问过了没有. Pure.
 */
export function lookedInVain(
  state: ConversationState,
  { text, language }: Pick<Understanding, 'text' | 'language'>,
): boolean {
  const last = lastSpoken(state);
  if (last?.action !== 'answer') return false;
  if (!SENDS_LOOKING[language].test(last.reply) || !ENDS_WITH_US[language].test(last.reply)) return false;
  const said = normalizeTyped(text);
  return LOOKED[language].test(said) && IN_VAIN[language].test(said) && !ASKS[language].test(said);
}
