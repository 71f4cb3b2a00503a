import { NEVER_MIND, NO_NEED_ZH, PERSON, SETTLED_ZH } from '../../text/taking-back.ts';

// The words of small talk, in both languages. Read by read-smalltalk.ts.

/** Kind of the formulas that say no: an acknowledgement, but part of what is said where a sentence follows. */
export const NO = 'no';
/** No question mark behind: 没有？ doubts what was said. */
const UNASKED = '(?![^\\p{L}\\p{N}]*\\?)';
/** 没有收到 and "nothing there" say what there is not, so a bare no ends the sentence, or thanks and the like follow. */
const NO_ENDS = `${UNASKED}(?=[^\\p{L}\\p{N}]*$|[^\\p{L}\\p{N}\\s]|\\s*(?:谢|感谢|多谢|非常感谢|辛苦|拜|再见|亲|哈|啦|哦|噢|喔|呢|的)|\\s*(?:thanks?|thx|ty|tysm|cheers|i'?m good|i (?:just |still |also )?(?:have|need)|can i|can you|all good|that(?:'?s| is)|ok|okay|bye|goodbye|no+|nope|nah|nothing|not|sorry|mate|for now|right now|then|please|pls)(?![a-z0-9]))`;
/** 收到了没 asks with the no at its end, so a bare no begins the sentence. */
const NO_BEGINS = '(?<=^|[^\\p{L}\\p{N}\\s]\\s*|[亲谢你您]\\s*)';
const NONE_LEFT =
  '我?(?:暂时|目前|现在)?没有?(?:什么|啥)?(?:(?:别的|其他|其它)的?(?:问题|事情?)?|问题|事情?|要问的|想问的)';
const SAYS_NO = [
  `(?:不用谢|不用客气|(?:暂时|目前|现在)?(?:没有?|不(?:需要|用))(?:了|啦)|${NONE_LEFT}(?:了|啦))${UNASKED}`,
  // Not 不要了: most who say it no longer want the goods.
  `(?:${NONE_LEFT}|${NO_BEGINS}(?:暂时|目前|现在)?(?:没有?|不(?:需要|要|用)))${NO_ENDS}`,
  `(?:no (?:thanks?|thank (?:you|u)|thx|ty)|(?:no )?i'?m good|no that(?:'s| is|s) (?:it|all)|no (?:more |other |further )?questions?|no need|not (?:right )?now|no+|nope|nah|nothing(?: else| more)?)${NO_ENDS}`,
];

const MAY = '(?:可以|可不可以|能不能|能)?';
const ASK = '(?:请问|问问?|咨询|请教)(?:你们?|您)?';
/** Nothing behind the wish to ask but courtesy: with its matter, 我想问下退货, it has asked already. */
const ASK_ENDS = '(?=[^\\p{L}\\p{N}]|$|[哈哦噢喔呢吧啊呀啦哇的了亲谢你您]|在|有人|好[的吗不]|多谢|感谢|麻烦您|麻烦你)';
const ASKS_TO_ASK = [
  `(?:另外)?我?[还再]?${MAY}(?:想要?|要)?再?${ASK}(?:一?下|(?:一?[个点件]|几个|些)?小?(?:问题|事情?)儿?)?[吗么嘛]?${ASK_ENDS}`,
  `(?:另外)?我?[还再]?有(?:一?[个件]|几个)小?(?:问题|事情?)儿?${ASK_ENDS}`,
  // 有点问题 by itself is about the goods.
  `(?:另外)?我?[还再]?有(?:(?:一?[个件点]|几个|一?些)?小?(?:问题|事情?)儿?我?(?:想要?|要)再?${ASK}(?:一?下)?|一?[点些]小?事情?儿?)${ASK_ENDS}`,
  `我?还有问题${ASK_ENDS}`,
  // 谢谢你帮我 asks for nothing.
  `(?<!谢(?:你|您)?)(?:你们?|您)?${MAY}帮(?:帮?我|个忙|忙)(?:一?下|个忙)?[吗么嘛]?${ASK_ENDS}`,
  // What it is about is named, and not yet what of it is asked.
  "(?:i (?:just |still |also )?(?:have|got)|i'?ve(?: just)?(?: got)?|got|just|have) (?:an?|another|one(?: more)?|some|a few|a couple(?: of)?)(?: quick| small| simple)? (?:q(?:uestion|uery)?s?|queries) (?:about|on|regarding|re) (?:the |your |ur |my |one of (?:the |your )|an? |some )?[a-z-]+(?: [a-z-]+)?(?=[^a-z0-9]*$)",
  '我?(?:想?问(?:个|一个)|有(?:一?[个点]|几个))关于[^，,。?？！!\\s]{1,8}的(?:小?问题|事情?)儿?(?:我?(?:想要?|要)再?(?:请问|问问?|咨询|请教)(?:一?下)?)?(?=[^\\p{L}\\p{N}]*$)',
  "(?:(?:i (?:just |still |also )?(?:have|got)|i'?ve(?: just)?(?: got)?|got|just) )?(?:(?:an?|another|one(?: more| last)?|some|a few|a couple(?: of)?)(?: more)?(?: quick| small| simple)?|quick) questions?",
  "(?:i (?:just )?(?:want(?:ed)?|need|would like) to|i'?d (?:just )?like to|(?:can|could|may) i)(?: just| please)? ask (?:(?:you|u) )?(?:(?:something|smth|sth)(?: else)?|(?:an?|another|one(?: more)?|some)(?: quick| small)? questions?)",
  // Not "another one": that is asked for, and "one more" is a number.
  '(?:just )?(?:(?:one|1) (?:last|more|other|final|quick) thing|(?:the |a )?last thing|another thing|(?:an?(?:other)? )?quick (?:one|thing|q))',
  '(?:i )?(?:just |still |really )?need (?:some |your |a bit of )?help|(?:can|could|would) (?:you|u)(?: please)? help(?: me)?(?: out)?|(?<!for )help me',
];

/** Who wrote to the wrong person says so. 发错了 by itself may be said of the goods. */
const MISSENT =
  '我?(?:发错|打错|点错|按错|说错)(?:了?(?:人|群|地方|窗口|字|对话))了?|我?(?:打错|点错|按错|说错)了|我?发错了?(?=[^\\p{L}\\p{N}]*(?:不好意思|抱歉|对不起|sorry))|(?<=(?:不好意思|抱歉|对不起|sorry)[^\\p{L}\\p{N}]*)我?发错了|(?:that was (?:for )?(?:the )?)?wrong (?:chat|person|window|tab|convo|conversation|thread)';

/** Whom a message was meant for that came here. */
const SOMEBODY =
  '(?:my|the) (?:mum|mom|mam|dad|sister|sis|brother|bro|wife|husband|hubby|partner|boyfriend|girlfriend|bf|gf|daughter|son|mate|friend|bestie|nan|gran|aunt(?:ie)?|uncle|cousin|flatmate|roommate|boss|group(?: chat)?|family)|(?:someone|somebody) else|another (?:chat|person|shop|store)';
/** *This was for my sister* is said of a present; with an apology, of a message. */
const MISSENT_EN = [
  `(?<=(?:oops|whoops|sorry|soz|sry|my bad|lol|haha|ignore that|ignore me)[^a-z0-9]*)(?:i )?(?:meant (?:to (?:send|text|say|write) (?:that|this) )?(?:to|for)|(?:that|this)(?:'?s| was| is)(?: meant)? (?:to|for)) (?:${SOMEBODY})`,
  `(?:i )?(?:meant|was trying) to (?:text|message|msg) (?:that |this )?(?:to )?(?:${SOMEBODY})`,
  "(?:please |pls |just )?(?:ignore|disregard) (?:me|that|this|my last(?: (?:message|msg|text|one))?|(?:that|the) last (?:message|msg|text|one))|(?:i )?did ?n[o']?t mean to send (?:that|this)|sent (?:that |this )?(?:by|in) (?:mistake|accident|error)|wrong (?:number|button)",
].join('|');
const MISSENT_ZH =
  '(?:刚才|上面|那条)?(?:那?条?(?:信息|消息)?)?(?:是|本来(?:是)?(?:要|想)?|不是)发给(?:你|您|我?(?:老公|老婆|妈|爸|姐|妹|哥|弟|朋友|闺蜜|同事|家人|对象|男朋友|女朋友)妹?|别人|朋友)的|(?:刚才|不小心)?(?:手滑|误触|误发|按到|点到|碰到)了?|不小心(?:发|点|按)的?(?=[^\\p{L}\\p{N}]*$)';

/** Who does not buy says so to what was answered; 不买了 alone may take an order back. */
const DECLINES =
  "(?:太贵了?|算了)?(?:那|那么|算了)(?:我)?(?:还是|就|先|暂时)*(?:不买|不拍|不下单|不入|不考虑|不需要|不弄)了?|太贵了(?:不买|不要|算)了|(?:那|我|还是)*(?:下次|以后|改天|有需要)再(?:买|说|来|看|拍|联系)|(?:ok |then )?(?:i(?:'?ll| will| think i'?ll|'?m gonna| am going to)|(?:i )?(?:might|may)(?: just)?) (?:just )?(?:pass|leave it|skip it|give it a miss|not bother|think about it|have a think)(?: (?:on (?:it|this|that)|for now|this time|then))*|(?:i )?(?:won'?t|will not|not gonna|not going to) (?:bother|buy (?:it|one|any(?:thing)?))(?: then| now)?|(?:maybe |some )?(?:another|next) time(?: then| maybe)?|not for me(?: then)?";

/** What is said to a bot for company: about itself, the weather, a joke. Whole messages, so that 今天下雨能送到吗 is none. */
const CHAT = [
  '(?:你|您)(?:最近|今天)?(?:还)?(?:好吗|好么|忙吗|忙么|忙不忙)|(?:你|您)(?:今天)?(?:吃饭?了?(?:没有?|吗|么)|吃了?(?:饭|早饭|午饭|晚饭|啥|什么)了?(?:没有?|吗|么)?|多大了?|几岁了?|叫(?:什么|啥)(?:名字)?|是男(?:的|生)?还?是?女(?:的|生)?|会(?:唱歌|讲(?:个)?笑话|聊天)[吗么不]?|有(?:男朋友|女朋友|对象)[吗么没]?|在(?:干嘛|干啥|做什么|干什么)|累不累|累吗|困吗|睡了[吗没])',
  '(?:今天|今日|外面)?(?:的)?天气?(?:真|好|很|太)(?:好|不错|热|冷)|(?:今天)?(?:好|真)(?:无聊|困|累)|(?:给我|你)?(?:讲|说)个?(?:笑话|故事)(?:吧|呗|听听)?|陪我聊(?:天|会儿?|聊)|我(?:爱|想)你',
  "how old (?:are you|r u)|(?:what(?:'?s| is) your name|do you have a name)|(?:can you )?tell me a (?:joke|story)|how(?:'?s| is) it going|how(?: are|'?re| r) (?:you|u|things)(?: doing| going)?(?: today)?|how'?s (?:you|u|things|life|your day)(?: going)?|what'?s up|sup|wyd|(?:what(?:'?s| is) the|how(?:'?s| is) the|nice|lovely) weather(?: like)?(?: today)?|are you (?:single|married|bored|tired|happy)|do you (?:sleep|eat|dream|get tired)|i'?m (?:so )?bored|(?:i )?love (?:you|u)|where are you from",
].join('|');

/**
 * Formulas of small talk by intent, in both languages: Chinese customers write ok and thx, too. In the order in which
 * they name a message that holds several: 好的谢谢拜拜 says goodbye, 你好，我想问一下 waits for leave to ask.
 */
export const FORMULAS: readonly (readonly [intent: string, formula: string])[] = [
  ['asks_to_ask', ASKS_TO_ASK.join('|')],
  ['chat', CHAT],
  [
    'goodbye',
    "再见|再會|再会|拜拜+|拜+|掰掰|晚安|88+6?|886|回头见|下次(?:再)?聊|(?:先)?(?:这样|走|撤|忙|下)了?(?:吧|哈)?(?=$|拜|再见)|(?:good ?)?bye(?: ?bye)?|see (?:you|ya|u)(?: later)?|cya|good ?night|have a (?:good|nice|great|lovely) (?:one|day|evening|night|weekend)|take care|ttyl|talk (?:soon|later)|that(?:'s| is|s)? (?:all|it)(?: for (?:now|today))?(?= bye)",
  ],
  [
    'thanks',
    '(?:非常|太|十分|万分|真(?:的|是)?|多|跪)?(?:谢谢|感谢|多谢|感恩|蟹蟹|谢|3q+|thx)(?:了|啦|您嘞|你|您|你们|妳|哈|噢|哦|晒|侬|帮忙|的?(?:耐心)?(?:解答|回复|帮助|提醒)|(?:这么)?耐心)*|唔该(?:晒)?|辛苦(?:你|您|了|啦)*|麻烦(?:你|您)了|有劳了?|(?:many |great |ok )?(?:thanks|than(?:ks|x)+|thnx|thnks|tnx|fanx|fanks|fank (?:you|u)|thank (?:you|u)|thx|ty|tysm|tyvm|cheers|ta)(?: (?:so|very) much| a (?:lot|bunch|ton|million)| again| mate| kindly| for (?:the|your) (?:help|reply|info|answer|quick reply))*|(?:much )?appreciate(?:d| it| that)|that help(?:s|ed)|(?:muchas )?gracias|obrigad[oa]|merci(?: beaucoup)?|danke|grazie|arigato',
  ],
  [
    'praise',
    "(?:你们?家?|店|人|东西|客服|质量|服务|态度|小姐姐)*的?(?:服务|态度|质量|东西|速度)?(?:真的?|很|太|挺|超级?|非常|特别)?(?:好评|棒|赞|靠谱|给力|贴心|(?<=[真很太挺超级常别的])好|喜欢)(?:了|啦|的)*|(?:回复?得?|发货|物流|速度|反应)?(?:真|好|很|挺|太|超级?|非常)快(?:了|啦|的)*|(?:对你们?)?(?:非常|很|挺|十分|特别|还)?满意(?:了|啦|的)*|(?:打|给|评)?(?:你们?|您)?(?:[5五]|10|十|100|一百|满)[分星](?:好评)?|yyds|绝绝子|爱了(?:爱了)?|(?:love|loved) it|(?:you(?:'re| are|r| were)?|this is|so) (?:so |very )?(?:awesome|great|amazing|the best|helpful|kind|brilliant)|(?:you(?:'?re| are)|u(?:'?re| are| r)|ur|your|what) (?:an? |the |my |such an? )(?:absolute |total |real |proper |little )?(?:stars?|legend|gem|diamond|angel|hero|life ?-?saver|darling|sweetheart|sweetie|treasure|godsend|best|gent|babe|goddess|genius|queen|king)|(?:(?:wow|damn|omg) )?(?:that(?:'s| is| was)|you(?:'re| are|r)?) (?:so |super |really |very |pretty )?(?:fast|quick)|(?:5|five) stars?|10/10|(?:great|excellent|amazing|good|awesome) (?:service|job|shop|work)|awesome|amazing|lovely|brilliant|perfect|wonderful|excellent|great|nice(?: one)?",
  ],
  [
    'wait_moment',
    "(?:请|我?再|就)?(?:稍等|等等看?|等(?:我|你)?(?:一下|下|会儿?|一会儿?|几分钟)|稍候)(?:哈|啊|哦|片刻|一下|下)*|我(?:先)?(?:看看|看(?:一)?下|找找|想想|找一下)(?:先|再说|哈)?|马上|(?:我)?(?:就|只是)?(?:先)?随便(?:看看|逛逛|瞅瞅)|hold on|hang on|(?:just )?(?:one|1|a|wait a) (?:sec(?:ond)?|moment|min(?:ute)?)|brb|wait|let me (?:check|see|think)(?: first)?|(?:i'?m )?just (?:looking|browsing)(?: around)?",
  ],
  [
    'apology',
    `(?:真)?(?:不好意思|对不起|抱歉|对不住)(?:啊|哈|了|打扰了?)*|(?:so |i'?m |oops )*(?:sorry|my bad|sry)(?: about that)?|w?h?oops+|${MISSENT}|${MISSENT_EN}|${MISSENT_ZH}`,
  ],
  [
    'greeting',
    "(?:你|您|大家|妳)好(?:呀|啊|哇|鸭)?|还?在(?:吗|么|嘛|不|不在|线(?:吗|么|不))+|(?:有|有木有|有没有)人(?:在)?(?:吗|么|嘛|不|没)?|哈[喽罗啰]|嗨+|喂+|早(?:上)?(?:好|安)?(?:呀|啊)?|(?:下午|晚上|中午)好(?:呀|啊)?|午安|hi+|hell?o+|hullo|hey+(?: there)?|h[ei]y+a+|howdy|greetings|g'?day|yo|good (?:morning|afternoon|evening|day)|morning|(?:are )?(?:you|u) (?:still )?there|(?:(?:are )?(?:you|u)|y'?)(?: doing)? (?:ok|okay|alright|all ?right|good|well)(?: today)?(?=[^a-z0-9]*$| (?:hun|hon|babe?|bbz|mate|love|there|m8|pal|dude|bro)(?![a-z]))|still there(?=\\s*\\?)|any(?:one|body) (?:there|here|around)|is (?:there )?(?:any|some)(?:one|body) (?:there|here|around|in)(?=[^a-z0-9]*$)|there",
  ],
  [
    'acknowledge',
    `${DECLINES}|好(?:的|滴|哒|噠|吧|嘞|呢|呀|啊|哦|哇)*|嗯+(?:呐|呢|哪)?|恩+|哦+|噢+|喔+|行(?:吧|的|啊)?|可以(?:的|了)?|中|得嘞|要得|知道(?:了|啦)|晓得(?:了)?|收到(?:了)?|明白(?:了|啦)?|懂(?:了|啦)|了解(?:了)?|(?:${NO_NEED_ZH}|先?别|不要)(?:再)?(?:帮我|给我)?转(?:接)?(?:${PERSON.zh}|客服)?|没(?:事|问题|啥事|什么事)(?:了|啦|的|儿)*|(?:我)?(?:自己)?${SETTLED_ZH}(?:了|啦)|那(?:好|就这样|行|没事|算了)(?:吧|了)*|算了|就这样(?:吧)?|原来如此|这样(?:啊|呀)|是的?|对的?|(?:我)?(?:先|再|回去|回头|晚点)+(?:去)?(?:看看|想想|量量|试试|比比|挑挑|考虑(?:一下|下)?|问问(?:家里|家人|老公|老婆|我妈))(?:吧|先)?|(?:我)?(?:先|再|回去|回头|晚点)*(?:跟|和|与)(?:我)?(?:家里|家里人|家人|老公|老婆|妈|爸|对象|朋友)商量(?:商量|一下|下)?(?:吧|先)?|(?:哈|嘿|嘻|呵(?!呵)|h){2,}|ok(?:ay|k|e|i)?(?:的|啦|了|吧)?|(?:i(?:'?ve)? )?(?:just )?(?:found|sorted|fixed|solved) it|(?:i(?:'?ve)? )?(?:just )?(?:figured|worked) it out|k+|alright|all right|got it|gotcha|i see|sure|yes|yep|yup|yeah|fine|noted|understood|cool|right|makes sense|(?:sounds |all |that'?s )?good|will do|no (?:problem|worries|prob)|np|whatever|that(?:'s| is|s)? (?:all|it|fine|ok(?:ay)?|clear)(?: for now)?|(?:never ?mind|nvm|forget)(?: about)? (?:it|that|(?:the |an? )?${PERSON.en})|${NEVER_MIND}|leave it|lol+|lmao|(?:ha|he)+|then`,
  ],
  [NO, SAYS_NO.join('|')],
];

/** Who is spoken to, and particles: neither makes a message anything else. */
export const FILLER =
  '亲+|亲爱的|老板娘?|店家|店主|掌柜的?|小二|客服|bot|美女|帅哥|小姐姐|小哥哥|兄弟|宝子?|哈|啦|呀|啊|哦|噢|喔|呢|吧|了|的|那|先|已经|都|and|so|very|then|well|oh|ah|again|guys|mate|m8|dear|team|hun(?:ni)?|hon(?:ey)?|babes?|bbz?|love|luv|darl(?:ing)?|dude|bro|bruv|pal|buddy|boss|guv|folks|x+|pls|please|for|you|u|now';
