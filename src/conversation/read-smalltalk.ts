import { normalizeText } from '../text/normalize-text.ts';

/**
 * Formulas of small talk by intent, in both languages: Chinese customers write ok and thx, too. In the order in which
 * they name a message that holds several: 好的谢谢拜拜 says goodbye.
 */
const FORMULAS: readonly (readonly [intent: string, formula: string])[] = [
  [
    'goodbye',
    "再见|再會|再会|拜拜+|拜+|掰掰|晚安|88+6?|886|回头见|下次(?:再)?聊|(?:先)?(?:这样|走|撤|忙|下)了?(?:吧|哈)?(?=$|拜|再见)|(?:good ?)?bye(?: ?bye)?|see (?:you|ya|u)(?: later)?|cya|good ?night|have a (?:good|nice|great|lovely) (?:one|day|evening|night|weekend)|take care|ttyl|talk (?:soon|later)|that(?:'s| is|s)? (?:all|it)(?: for (?:now|today))?(?= bye)",
  ],
  [
    'thanks',
    '(?:非常|太|十分|万分|真(?:的|是)?|多|跪)?(?:谢谢|感谢|多谢|感恩|蟹蟹|谢|3q+|thx)(?:了|啦|您嘞|你|您|你们|妳|哈|噢|哦|晒|侬|帮忙|的?(?:耐心)?(?:解答|回复|帮助|提醒)|(?:这么)?耐心)*|唔该(?:晒)?|辛苦(?:你|您|了|啦)*|麻烦(?:你|您)了|有劳了?|(?:many |great |ok )?(?:thanks|thank (?:you|u)|thx|ty|tysm|tyvm|cheers|ta)(?: (?:so|very) much| a (?:lot|bunch|ton|million)| again| mate| kindly| for (?:the|your) (?:help|reply|info|answer|quick reply))*|(?:much )?appreciate(?:d| it| that)|that help(?:s|ed)',
  ],
  [
    'praise',
    "(?:你们?(?:家)?|东西|客服|质量|服务|态度)?(?:的)?(?:服务|态度|质量|东西|速度)?(?:真|很|太|挺|超级?|非常|特别)?(?:好评|棒|赞|靠谱|给力|贴心|(?<=[真很太挺超级常别])好|喜欢)(?:了|啦|的)*|yyds|绝绝子|爱了(?:爱了)?|(?:love|loved) it|(?:you(?:'re| are|r)?|this is|so) (?:so |very )?(?:awesome|great|amazing|the best|helpful|kind|brilliant)|(?:great|excellent|amazing|good|awesome) (?:service|job|shop|work)|awesome|amazing|lovely|brilliant|perfect|wonderful|excellent|great|nice(?: one)?",
  ],
  [
    'wait_moment',
    '(?:请)?(?:稍等|等等|等(?:我|你)?(?:一下|下|会儿?|一会儿?|几分钟)|稍候)(?:哈|啊|哦|片刻|一下|下)*|我(?:先)?(?:看看|看(?:一)?下|找找|想想|找一下)(?:先|再说|哈)?|马上|hold on|hang on|(?:just )?(?:one|1|a|wait a) (?:sec(?:ond)?|moment|min(?:ute)?)|brb|wait|let me (?:check|see|think)(?: first)?',
  ],
  [
    'apology',
    "(?:真)?(?:不好意思|对不起|抱歉|对不住)(?:啊|哈|了|打扰了?)*|(?:so |i'?m |oops )*(?:sorry|my bad|sry)(?: about that)?|oops(?: wrong chat)?",
  ],
  [
    'greeting',
    '(?:你|您|大家|妳)好(?:呀|啊|哇|鸭)?|在(?:吗|么|嘛|不|不在|线(?:吗|么|不))+|(?:有|有木有|有没有)人(?:在)?(?:吗|么|嘛|不|没)?|哈[喽罗啰]|嗨+|喂+|早(?:上)?(?:好|安)?(?:呀|啊)?|(?:下午|晚上|中午)好(?:呀|啊)?|午安|hi+|hello+|hey+(?: there)?|hiya|yo|good (?:morning|afternoon|evening|day)|morning|(?:are )?(?:you|u) there|any(?:one|body) (?:there|here|around)|is any(?:one|body) (?:there|here|around)|there',
  ],
  [
    'acknowledge',
    "好(?:的|滴|哒|噠|吧|嘞|呢|呀|啊|哦|哇)*|嗯+(?:呐|呢|哪)?|恩+|哦+|噢+|喔+|行(?:吧|的|啊)?|可以(?:的|了)?|中|得嘞|要得|知道(?:了|啦)|晓得(?:了)?|收到(?:了)?|明白(?:了|啦)?|懂(?:了|啦)|了解(?:了)?|没(?:事|问题|啥事|什么事)(?:了|啦|的|儿)*|(?:我)?(?:自己)?(?:弄好|搞定|解决|弄明白)(?:了|啦)|不用(?:了|啦)|那(?:好|就这样|行|没事|算了)(?:吧|了)*|就这样(?:吧)?|原来如此|这样(?:啊|呀)|是的?|对的?|(?:我)?再(?:看看|想想|考虑(?:一下|下)?)(?:吧)?|(?:哈|嘿|嘻|呵(?!呵)|h){2,}|ok(?:ay|k|e|i)?(?:的|啦|了|吧)?|k+|alright|all right|got it|gotcha|i see|sure|yes|yep|yup|yeah|fine|noted|understood|cool|right|makes sense|(?:sounds |all |that'?s )?good|will do|no (?:problem|worries|prob)|that(?:'s| is|s)? (?:all|it|fine|ok(?:ay)?|clear)(?: for now)?|nothing else|never ?mind|nvm|lol+|lmao|(?:ha|he)+|then",
  ],
];

/** Who is spoken to, and particles: neither makes a message anything else. */
const FILLER =
  '亲+|亲爱的|老板娘?|店家|店主|掌柜的?|小二|客服|美女|帅哥|小姐姐|小哥哥|兄弟|宝子?|哈|啦|呀|啊|哦|噢|喔|呢|吧|了|的|那|先|已经|都|and|so|very|then|well|oh|ah|again|guys|mate|dear|team|pls|please|for|you|u|now';

const KINDS = FORMULAS.map(([intent, formula]) => ({ intent, only: new RegExp(`^(?:${formula})`, 'u') }));
const FILLERS = new RegExp(`^(?:${FILLER})`, 'u');
const NOISE = /^[^\p{L}\p{N}]+/u;
/** Nobody greets, thanks and takes leave in more than this. */
const LONGEST = 60;

/**
 * The small-talk intent of a message made up of nothing but formulas, emoji and forms of address; undefined for any other.
 * Emoji alone acknowledge. Pure.
 */
export function readSmalltalk(raw: string): string | undefined {
  const text = normalizeText(raw);
  if (text.length > LONGEST) return undefined;
  const found = consume(text, new Set());
  if (!found) return undefined;
  if (found.size === 0) return /\p{Extended_Pictographic}/u.test(raw) ? 'acknowledge' : undefined;
  return KINDS.find(({ intent }) => found.has(intent))?.intent;
}

/** Where a sentence may end and the next one begin. */
const SENTENCE_END = /[,，。.!！~～;；、\n]+|(?<=\p{Script=Han})\s+/gu;

/**
 * A message without the courtesy in front of what it says: 谢谢，羽绒服呢 asks 羽绒服呢. The message itself when there is none, or
 * nothing else. Pure.
 */
export function withoutCourtesy(text: string): string {
  const ends = [...text.slice(0, LONGEST).matchAll(SENTENCE_END)].map(({ 0: end, index }) => index + end.length);
  const courteous = ends.findLast((end) => readSmalltalk(text.slice(0, end)) !== undefined);
  const rest = courteous === undefined ? '' : text.slice(courteous).trim();
  return /[\p{L}\p{N}]/u.test(rest) && readSmalltalk(rest) === undefined ? rest : text;
}

/** Takes formulas off the front, longest first, until nothing is left; undefined when something else stands there. */
function consume(text: string, found: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const rest = text.replace(NOISE, '');
  if (rest === '') return found;
  const options = KINDS.map(({ intent, only }) => ({ intent, length: match(rest, only) })).filter(
    ({ length }) => length > 0,
  );
  options.sort((one, other) => other.length - one.length);
  for (const { intent, length } of options) {
    const whole = consume(rest.slice(length), new Set([...found, intent]));
    if (whole) return whole;
  }
  const filler = match(rest, FILLERS);
  return filler > 0 ? consume(rest.slice(filler), found) : undefined;
}

/** Length of a match at the start that ends a word. */
function match(text: string, pattern: RegExp): number {
  const length = pattern.exec(text)?.[0].length ?? 0;
  const cutsWord = /[a-z0-9]/.test(text[length - 1] ?? '') && /[a-z0-9]/.test(text[length] ?? '');
  return cutsWord ? 0 : length;
}
