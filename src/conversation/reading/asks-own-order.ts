import type { Language } from '../../domain/understanding.ts';

interface OwnOrderWords {
  /** What only somebody with an order under way says. */
  readonly certain: RegExp;
  /** Speaks of an order or parcel, one's own or any. */
  readonly likely: RegExp;
  /** Asks how things go as a rule. */
  readonly general: RegExp;
}

/** *has it shipped*, *did you send it*; not *have you shipped to Canada*, which asks what the shop does. */
const ENGLISH_PROGRESS = [
  "(?:has|have|did|hasn't|haven't|didn't) (?:it|they|that|this|mine|everything|(?:my|the|our) \\w+)(?: already| even| really| actually| all| not| been| get| got)* (?:sent|ship(?:ped)?|dispatch(?:ed)?|posted|left|leave|arrived?|delivered|refunded|processed|come|gone|lost)",
  "(?:have|did|haven't|didn't) (?:you|they|u)(?: guys| all| already| even| really| actually| not)* (?:sen[dt]|ship(?:ped)?|dispatch(?:ed)?|post(?:ed)?|refund(?:ed)?|process(?:ed)?|get|got|receive[d]?)(?: out)?(?: (?:it|me|mine|them|that|this|(?:my|the) \\w+))?(?: (?:out|off|already|back))?(?=[^\\p{L}\\p{N}]*$|\\s*[,.;?!])",
].join('|');

const WORDS: Readonly<Record<Language, OwnOrderWords>> = {
  zh: {
    certain:
      /到哪|走到|(?:帮|给|替)(?:我|俺|忙)?(?:查|看|催|跟踪|核实)|查(?:一下|下|询|查)(?!.{0,4}规)|进度|(?:还|一直|都)(?:没|木|未)(?:有)?(?:到|退|收|处理|更新|动|给|见|打)|没(?:有)?(?:收到|到账|退|见到|更新)|[天周月]了(?:还|都|也|钱|没|,|$)|(?:昨|前)(?:天|晚)|上(?:周|个月)|卡住|被拒|催/u,
    likely: /我|俺|咱|单号|(?:发|退|到|收到|处理|派送|更新|审核|寄)(?:了|完|出)*(?:没|吗|么|不)|怎么(?:还|不)|订单/u,
    general:
      /一般|通常|正常(?:情况|来说)?|多久|多快|多长时间|几天|几个?工作日|几时|如果|要是|规则|流程|时效|[哪那](?:里|儿)?(?:看|查)|怎么(?:看|查)/u,
  },
  en: {
    certain: new RegExp(
      `\\b(?:still|yet|haven'?t|hasn'?t|didn'?t (?:get|receive)|never (?:came|arrived|got)|where(?:'s| is| are)|track (?:my|this|it)|status|check (?:my|on|the)|look up|ago|waiting|stuck|updates?|news|last (?:week|month|monday|tuesday|wednesday|thursday|friday)|${ENGLISH_PROGRESS})(?![\\p{L}\\p{N}])`,
      'iu',
    ),
    likely: /\b(?:my|i|i've|mine|order|parcel|package)\b/iu,
    general:
      /\b(?:how long|how soon|how fast|how quick(?:ly)?|how many days|usually|typically|normally|in general|if|policy|how (?:do|can) i (?:track|see|find))\b/iu,
  },
};

/** Whether a message is about the state of the customer's own order, parcel or refund rather than about the rules. */
export function asksOwnOrder(text: string, language: Language): boolean {
  const { certain, likely, general } = WORDS[language];
  return certain.test(text) || (likely.test(text) && !general.test(text));
}
