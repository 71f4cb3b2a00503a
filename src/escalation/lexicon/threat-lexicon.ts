import type { Language } from '../../domain/understanding.ts';
import { EN_ASKED, ZH_ASKED } from './asked-threats.ts';
import { EN_OTHERS, ZH_OTHERS } from './complaints-of-others.ts';

/** What a threat turns to. `legal` and `police` are told apart from the rest because other people deal with them. */
export const THREATS = ['authority', 'platform', 'review', 'exposure', 'legal', 'police'] as const;
/** One of `THREATS`. */
export type ThreatKind = (typeof THREATS)[number];

/** How one language threatens; the expressions run over text in normal form. */
export interface ThreatLexicon {
  /** Taken out first: words that hold a threatening word by accident, and calm questions about complaint channels. */
  readonly benign: RegExp;
  /** The part of `benign` that asks what becomes of a bad review or a complaint, or complains about somebody else. */
  readonly spared: RegExp;
  /** The words themselves, whoever says them and why. */
  readonly mention: RegExp;
  readonly kinds: Readonly<Record<ThreatKind, RegExp>>;
}

const ZH: ThreatLexicon = {
  spared: new RegExp([...ZH_ASKED, ...ZH_OTHERS].join('|'), 'gu'),
  mention:
    /投诉|举报|差评|负评|一星|曝光|(?<![\da-z_])12315(?!\d)|工商|消费者协会|平台介入|律师|法院|法庭|起诉|诉讼|传票|法律|报警|警察|公安|退一赔三/u,
  benign: new RegExp(
    [
      '12315 ?(?:号|路|公交|专线)|(?:律师|警察)(?:朋友|同学|同事|叔叔|证|袍|服|徽)|工商(?:银行|管理|联)|报警(?:器|灯|声|系统|功能|吗)|(?:会|自动|一直|老是|就|乱)报警(?!了吧)|警察(?:帽|服|玩具|局长|抓小偷)|广告|公告|报告|告(?:诉|知|别|白|一段落)|忠告|转告|警告',
      '(?:投诉|举报|客诉)(?:的)?(?:电话|热线|渠道|入口|按钮|按键|方式|功能|邮箱|流程|部门)[^,，。!;]{0,8}(?:吗|么|呢|呀|多少|几点|干[嘛什啥]|怎么|哪|啥|什么|是不是|有没有|在线)',
      '(?:请问|问下|问一下|想问)[^,，。!]{0,8}(?:投诉|举报|差评|平台介入|仲裁)[^,，。!]{0,12}',
      '(?:平台介入|小二介入|投诉|举报|差评|12315|曝光)(?:是|一般|要|需要|之后|后|的话|会)?[^,，。!]{0,4}(?:干[嘛什啥]|什么意思|什么时候|怎么(?:算|规定|用|弄|取消|撤|改|删)|啥(?:情况|意思)|多久|还给|影响)',
      '(?:差评|一星|投诉)[^,。!]{0,4}[,]?[^,。!]{0,6}(?:积分|返现|奖励|有礼|骚扰|会怎么样)|(?:被)(?:客户|顾客|业主|家长)[^,。!]{0,4}(?:投诉|举报)|(?:协会|工商|市监|法院|监管)[^,。!]{0,6}(?:推荐|认证|备案|同款|传票封|贴纸)',
      '(?:不小心|误|手滑|点错|错点|刚才|取消|撤销|撤回|删(?:除)?)[^,，。!]{0,6}(?:投诉|举报|差评|一星)|(?:投诉|举报|差评|一星)[^,，。!]{0,4}(?:改成|改为|点错|撤销|撤了|取消了)',
      '(?:看|有|评论|底下|里面?|那个?|这个|那条|那些|看到|好多|几个|一个|些)(?:了|到|见)?(?:的|是|有|个|人|条)*(?:差评|一星|负评)(?:说|是|讲|提到|写|都|里|怎么|多)|差评(?:说|里|多不多|多吗|率|是真)',
      '(?:没|没有|不|不会|不想|不用|不是|不要|别|从不|从没|从来没|不打算)(?:去|想|来|再|要|会|给|给你们?|打)*(?:投诉|举报|差评|负评|曝光|起诉|打官司|报警)',
      '(?:同事|竞品|别家|别的店|上一家|前一家|之前那家)[^,，。!]{0,8}(?:投诉|举报|差评)|(?:被|怕|免得)[^,，。!]{0,6}(?:邻居|楼下|别人|物业|老板|领导)(?:投诉|举报)',
      '(?:我|我的|有个|一个)?(?:朋友|老公|老婆|同学|家人|爸爸?|妈妈?|男朋友|女朋友|儿子|女儿|本人|自己)(?:就)?是(?:个|名|做)?(?:律师|法官|警察|记者|工商)|(?:送|给|适合|当|做|像)[^,，。!]{0,4}(?:律师|法官|警察|记者)|律师(?:袍|证|事务所(?:上班|地址|收)|穿|上班|能穿)|(?:法院|法庭|公安局|派出所|警察局|电视台|工商局)(?:上班|工作|门口|旁边|对面|附近|家属|宿舍|收)|(?:寄|送|送货|地址)(?:到|是|在|去)?[^,，。!]{0,6}(?:法院|公安局|派出所|电视台|工商局)',
      '(?:剧本杀|游戏|小说|电视剧|书|课|考试)[^,，。!]{0,6}(?:法院|法庭|律师|法律|起诉|诉讼)|(?:法律|诉讼法?|律师)(?:书|考试|教材|专业|课)|(?:退一赔三|假一赔[三十四])(?:是|怎么|什么|吗)',
      ...ZH_ASKED,
      ...ZH_OTHERS,
    ].join('|'),
    'gu',
  ),
  kinds: {
    authority:
      // 13812345678 and abc12345 only hold the digits of a hotline.
      /(?<![\da-z_])(?:12315|12345|12358|12388)(?!\d)|3[·.\s]15|报消防|邮政局|(?<!\d)315(?!\d|活动|大促)|十二三一五|工商(?:局|所|部门|投诉|举报|去|见)?|市(?:场)?监(?:督|管|局)|消费者(?:权益|协会|保护)|消协|消保|消基会|消委会|物价局|质监|质检局|药监|食药监|税务局|网信办|(?:有关|相关|监管|主管|执法)部门|市长热线|信访|向(?:上级|总部|国家)(?:反映|投诉|举报)/gu,
    platform:
      /(?:平台|小二|官方|淘宝|天猫|京东|拼多多|抖音|美团|支付宝)(?:客服)?(?:来)?(?:介入|投诉|举报|判|维权|见|封|处罚|处理)|(?:申请|要求|找|让|叫|向)(?:了)?(?:平台|小二|官方|淘宝|天猫|京东|拼多多)(?!发货|直发|买|上买|领|报销)|(?:跟|和)(?:平台|小二|官方|淘宝|天猫)(?:说|讲|反映|反馈|投诉|沟通)|介入(?:了|吧|处理|见)|封(?:了|你|掉)(?:你们?|的)?(?:这|店|的店)|(?:要|去|会|就|得|我|来|直接|已|已经|必须|小心|反手|等着|准备|只能|不然|否则|想|打|打了|昨天|给你们)(?:去|就|会|要|一个|给|给你们?|被|已经|打)*(?:投诉|举报)|(?:投诉|举报)(?:你|到底|到|定|死|店|他|她|商家|客服|快递|卖家|走起|了|一下|!|吧|见|信|处理|电话$|$)|黑猫|申诉(?!材料|入口|怎么|被|中)|保证金(?:扣|没)|维权(?!保)|(?:让|叫)(?:你|你们)?(?:的)?(?:店)?(?:关|封)(?:店|门)|(?:把|报)(?:你)?(?:的)?工号|后果自负|聊天记录(?:都|已经|全部)?(?:交给|截图|录屏|留)|拉横幅/gu,
    review:
      /(?:给|打|写|留|送|上|发|奉上|来|收|吃|要|追|刷|就|必|准备|等着|小心|不然|否则|直接|果断|全是|统统|只能|马上|一个|五个|十个|天天|必须|坚决|配)(?:你们?|恁|你家|他们|个|一个|一条|定|了|到|收|着|给|你|的|是|去|就|发|写|打|上|追)*(?:差评|差平|一星|1星|一颗星|1颗星|零分|0分|负分|负评|一分|差差评|恶评)|^(?:差评|负评|一星)[!。~,，]*$|差评(?:警告|伺候|见|走起|没跑|送上|奉上|吧|!|安排|预定|了|给你|已|不谢|\+|加投诉)|(?:加|和|\+)差评|评(?:价|论)(?:区)?(?:里|上)?(?:见|等着|伺候|看着办|难看|骂)|(?:看我|猜我|会|要)(?:怎么|如何|如实)(?:写|评)|(?:我)?会如实(?:评|写)|买家秀(?:见|等着|伺候)|追评(?:等|见|伺候)|(?:一|1|半|零|0)颗星都?(?:嫌|不)|避雷(?:你|这)|让(?:大家|别人|所有人|姐妹们?|全网|她们|他们).{0,4}(?:避雷|看看|知道|别买)|(?:写|打|发).{0,4}差评|差评(?:差评)+|差评也会写|(?:一星|差评|一颗星)都嫌|(?:不|没)差评(?:都)?(?:对不起|不行|别人)|(?:再|天天|要|还要)追评|追评(?:一次|到底)|晒单警告|差评[,、](?:加|晒)|一颗星拿好|给你(?:们)?.{0,2}(?:宣传|出名)|评分(?:给你|归零|拉)|(?:告诉|让)所有(?:人|朋友)|见一个劝退一个|差评二选一/gu,
    exposure:
      /曝光(?!补偿|度|率|值|表|时间|量|参数|过度)|暴光|揭发|(?:挂|发|放|传|捅|贴|晒|登)(?:到|在|上|去|给)?(?:你们?|出来)?(?:到|在|上|去)?(?:网上?|小红书|抖音|微博|朋友圈|快手|b站|视频号|知乎|贴吧|论坛|媒体|热搜|微信群|业主群|避雷群|群里)(?!.{0,6}(?:好看|推荐|种草|安利|分享|可以吗|返现|晒图|有礼))|(?:微博|小红书|抖音|网上|热搜)(?:上)?见|找(?:媒体|记者|电视台)|媒体(?:曝光|见|来|介入|采访)|记者(?:来|会|采访|朋友.{0,4}曝)|电视台(?:曝|见|来|会)|上(?:热搜|新闻|315)|让(?:你们?|你家)(?:出名|火一把|上热搜|臭名)|粉丝.{0,8}(?:看看|知道|发出去|谁还买)/gu,
    legal:
      /律师(?:函|信|会|联系|找|跟|告|见|已|说能|朋友说|正在|来)?|起诉|提告|上告|(?:要|去|会|来|我|就|能|准备|已经)(?:去|法院|到法院|把你们|将)?告(?:你|恁|他|她|死|到底|店|商家|上|倒|了|$|!)|告到(?:底|法院|你)|法院|法庭|打官司|诉讼|(?:准备|去|给|不解决|就|已经?)(?:你们)?(?:就)?立案|传票|法律(?:途径|程序|手段|武器|责任|追究|解决|维权|制裁|渠道|上)|走(?:法律|司法|程序)|追究.{0,4}(?:责任|到底)|(?:违法|犯法|诈骗罪)(?:了|的|吧|啊|,|，|!|$)|仲裁(?:委|庭|申请)|(?:诉|对簿)公堂|吃官司/gu,
    police:
      /报警(?:了|处理|抓|吧|!|$|解决)|(?:要|去|已|已经|我|就|得|只能|准备|再不.{0,6}|不然)(?:去|打)?(?:报警|报公安|报案|叫警察|打110)|报公安|(?<!\d)110(?:见|报|打)|直接报案|找警察|警察(?:见|会|来|找)|派出所(?:见|报|已|立)|公安(?:局)?(?:见|报|已|立)|经侦/gu,
  },
};

const EN: ThreatLexicon = {
  spared: new RegExp([...EN_ASKED, ...EN_OTHERS].join('|'), 'gu'),
  mention:
    /complain|bad review|negative review|one[- ]star|1[- ]star|\breport\b|dispute|chargeback|lawyer|attorney|solicitor|\bsue\b|\bcourt|legal|police|\bcops?\b/u,
  benign: new RegExp(
    [
      "\\b(?:what|where|when|which|how|is there|who)(?:'s| is| do| can| are| does)?\\b[^.!;]{0,30}\\b(?:complaints? (?:number|line|email|team|hotline|form|department|hours|phone|address)|complaints? page)[^.!;]{0,30}|\\b(?:complaints?) (?:number|line|email|team|hotline|form|hours)\\b(?=[^.!]*\\?)",
      "\\b(?:won'?t|will not|not|never|don'?t|didn'?t|no)\\b(?: (?:be|going|gonna|want|wanna|to|want to|planning|leave|leaving|give|giving|file|filing|write|writing|a|any))* (?:bad review|complain\\w*|sue|report|one[- ]star|negative review)",
      '\\b(?:disputes?|cases?|complaints?|claims?) (?:was |were )?(?:opened |filed )?(?:by accident|accidentally|by mistake)|\\b(?:does|do|will|would|can) (?:open|fil|rais)ing[^.!]{0,40}|\\b(?:in|from) (?:a|the|one|some) (?:bad|negative|one[- ]star) reviews?\\b|\\blawyers? (?:needs?|asked|wants?)[^.!]{0,30}invoice|\\b(?:accidentally|by accident|by mistake|mistakenly|clicked the wrong|how (?:do|can) i (?:edit|change|delete|cancel|undo|remove))\\b[^.!]{0,40}',
      '\\b(?:saw|read|seen|there (?:are|is|was)|some|one|few|the|many|a|says?|in|any) (?:of the )?(?:bad|negative|one[- ]star|1[- ]star|mixed) reviews?(?: (?:say|said|says|mention\\w*|about|complain\\w*|that))',
      "\\b(?:lawyer|attorney|cop|journalist) friends?\\b|\\b(?:does|do|will|would|can) (?:a |an |my |the )?(?:single )?(?:one|1|low|bad|negative)(?:[- ]stars?)? ?(?:rating|review|feedback)s?\\b(?! (?:make|get|force|wake|teach) (?:you|me|my)\\b)[^.!]{0,40}|\\b(?:my|a) (?:friend|husband|wife|sister|brother|dad|mum|mom|son|daughter|boyfriend|girlfriend|partner|cousin|uncle|aunt) (?:is|works as|who(?:'s| is)) an? (?:lawyer|attorney|solicitor|judge|cop|police officer|journalist|barrister)|\\b(?:gift|present|shirt|suit|robe|costume|bag|briefcase|tie) for (?:a|my) (?:lawyer|attorney|judge|police\\w*|cop|barrister|friend who is a lawyer)|\\b(?:police|lawyer|judge|court) (?:costume|hat|car|toy|set|uniform|shoes|outfit|dress|figure|wig|drama|novel|show)s?|\\b(?:tennis|basketball|badminton|squash|food|volleyball|pickleball|royal) courts?|\\bcourt (?:shoes?|heels?|street|road|lane|avenue|house road|trainers|sneakers)|\\bin-law\\b|\\bwork (?:at|in) (?:a |the )?(?:court|law|police)\\w*|\\bsue (?:is|says|wants|ordered|asked|will)\\b",
      '\\bhow (?:does|do|long does) (?:the )?(?:platform|dispute|complaints?|arbitration|chargebacks?|reporting)\\b[^.!]{0,40}|\\bwhat (?:is|does|are|happens)\\b[^.!]{0,20}\\b(?:dispute|complaint|arbitration|chargeback|report button)\\b[^.!]{0,30}|\\breport button\\b|\\btracking report\\b|\\b(?:test|lab|inspection|size|delivery) reports?\\b|\\breport (?:a |an )?(?:bug|missing|lost|damaged?|typo|problem|issue|defect|fault|change)\\b',
      ...EN_ASKED,
      ...EN_OTHERS,
    ].join('|'),
    'gu',
  ),
  kinds: {
    authority:
      /\b12315\b|\b315 report|consumer (?:association|protection|council|rights|affairs|bureau|watchdog|court)|trading standards|\bbbb\b|better business bureau|\bftc\b|market regulat\w*|\bregulators?\b|ombudsman|health (?:department|inspector)|\bauthorit(?:y|ies)\b|attorney general|tax office|administration for market|report(?:ing|ed)? (?:you|this|your (?:shop|store|company)|the (?:shop|store|seller)) to (?:the )?(?:government|consumer|police|bureau)/gu,
    platform:
      /\breport(?:ing|ed)? (?:you|your|this (?:shop|store|seller|company|account)|the (?:shop|store|seller)|u\b)|\b(?:i(?:'ll| will|'m going to| am going to|'m gonna|'m| am)|gonna|going to|about to|have|i've|already|let me|time to) (?:be )?(?:report|reporting|reported)\b(?! (?:a|an|it|that my|in)\b)|\b(?:file|filing|filed|lodge|lodging|open|opening|opened|raise|raising|make|making|submit\w*) (?:a |an |my )?(?:formal |official )?(?:complaints?|disputes?|chargebacks?|case|claim against)\b|\bcomplain(?:ing)? (?:to|about you|about your|to your)\b|\bchargebacks?\b|\bdisput(?:e|ing) (?:the|this) (?:charge|payment)|\b(?:paypal|visa|bank|klarna|amex|mastercard|credit card company|trustpilot|facebook|yelp|google)\b[^.!?]{0,20}\b(?:involved|hear|claim opened|dispute)|(?:claim|dispute|case) (?:is |has been |already )?(?:opened|filed)\b|^reported[.! ]*$|\blast warning\b|\baccount shut down\b|\bshut (?:you|your (?:shop|store|account)) down\b|\b(?:i'?m|i am|i'?ll be|will be) escalating\b|\bi know my rights\b|\b(?:do|would) (?:you|u) (?:want|like|prefer) me to (?:call|contact|phone|go to|ring|tell) (?:my |the )(?:bank|card company|credit card company)|platform (?:will|to|intervention|penal|step)|(?:taobao|amazon|ebay|paypal|etsy|shopify|visa|my bank|the bank|credit card company) (?:will|is going to|to step|hear)|escalat(?:e|ing) (?:this )?to (?:the platform|your (?:boss|manager|ceo|head))/gu,
    review:
      /\b(?:bad|negative|terrible|horrible|awful|1[- ]?star|one[- ]?star|zero[- ]?star|worst|scathing|nasty|honest|damning) (?:review|rating|feedback)s?\b(?! (?:say|said|about|mention))|\b(?:one|1|zero|0) stars?\b|\b(?:review|rating) (?:will|going|is going|reflects?|you deserve)\b|\breview goes live\b|\b(?:write|post|leave) (?:\w+ ){0,3}more\b(?=.*review)|\bchang(?:e|ing) my review\b|\bnobody (?:buys|will buy|ever buys|shops)\b|\b(?:see|read) (?:what i write|my review|it in the reviews?)|\b(?:posting|post|put|write|writing|leave|leaving) (?:\w+ ){0,5}(?:in|on) the (?:reviews?|comments)|\bin the comments\b(?=.*\b(?:see|write|wait)\b)|\bwarn (?:everyone|others|people|every|all|my)\b|\btell (?:everyone|everybody|all my|all of my|people|the world|every)\b|\b(?:everyone|people|they) (?:will|should|gonna|deserve to) (?:know|hear)\b|\bavoid this (?:shop|store|seller|company|place)\b/gu,
    exposure:
      /\bexpos(?:e|ing|ed)\b(?! to (?:sun|heat|light|water|air)| (?:shoulder|back|brick|zip|skin))|\b(?:post(?:ing|ed)?|put(?:ting)?|share|sharing|blast(?:ing)?|going|go|tell|telling|rant(?:ing)?) (?:\w+ ){0,6}(?:on|to|all over|about (?:you|this) on) (?:social media|twitter|x\b|tiktok|reddit|facebook|instagram|youtube|the news|the press|the internet|the media)|\b(?:go|going|talk|speak|speaking|take) (?:this )?(?:to|public) ?(?:the )?(?:press|media|news|journalist|tv|papers?)?\b(?<=press|media|news|journalist|tv|papers?|public)|\bviral\b(?=.*\b(?:make|will|go|gonna)\b)|\b(?:make|go|going|gonna go) (?:\w+ )?viral\b|\bname and sham\w*|\breddit (?:is|will)\b|\bfollowers\b(?=.*\b(?:hear|know|see|tell)\b)|\bjournalists?\b|\bnewspapers? (?:will|would)|\bsee you on (?:twitter|reddit|tiktok|facebook|the news)/gu,
    legal:
      /\bsu(?:e|ing|ed)\b(?= (?:you|your|u\b|this|the|them|for|if)|[!.,]|$)|\blawsuits?\b|\blawyers?\b|\battorneys?\b|\bsolicitors?\b|\bbarristers?\b|\b(?:take|taking|see|meet|go|going|settle|settling) (?:\w+ ){0,4}(?:to |in |before )(?:a )?(?:court|judge)\b|\b(?:small claims|court (?:papers|case|order|date|action|hearing|summons)|in court|to court)\b|\blegal (?:action|proceedings|steps|advice|rights|team|route|notice|letter|consequences|department|counsel)|\blegally (?:liable|responsible|obliged|required)|\bliti?gat\w*|\bprosecut\w*|\bmy legal\b|\bpress(?:ing)? charges|\bsummons\b|\b(?:this|that|it) is (?:illegal|a crime)\b|\bis a crime\b|\bthis is illegal\b|\bagainst the law\b|\bbreaking the law\b|\bclass action\b|\bcease and desist/gu,
    police:
      /\b(?:call|calling|called|contact\w*|go(?:ing)? to|report\w*(?: \w+){0,3} to|tell|filed? (?:a )?) ?(?:the )?(?:police|cops|911|999)(?: report)?\b|\bpolice (?:report|complaint|will|are|officer will)\b/gu,
  },
};

/** The threats of each language; written for this project. */
export const THREAT_LEXICON: Readonly<Record<Language, ThreatLexicon>> = { zh: ZH, en: EN };
