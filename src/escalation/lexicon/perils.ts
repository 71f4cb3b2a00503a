import type { Language } from '../../domain/understanding.ts';
import { spokenOf } from './spoken-of.ts';

/*
 * Dangers that goods are in or bring, told before anybody is hurt: smoke, brakes that fail, what does not belong into food. Fragments of
 * regular expressions that run over one clause of text in normal form; claim-lexicon.ts holds the words of injuries.
 */

const EN_NOT_PEOPLE =
  '(?<!\\b(?:i|he|she|who|they|we|you|husband|wife|dad|mum|mom|neighbou?rs?|someone|people|guests?|quit|stop|stopped|no|non) )';
const EN_MATERIAL = '(?:metal|glass|plastic|wood|wire|rubber|stone|china)';
const EN_SHARD = '(?:pieces?|bits?|shards?|shavings?|fragments?|slivers?|splinters?|chunks?|lumps?)';
const EN_VERMIN =
  '(?:insects?|bugs?|maggots?|worms?|weevils?|moths?|fl(?:y|ies)|spiders?|cockroach\\w*|roaches|beetles?|larvae?|ants|mites|(?:mouse|rat) droppings|hairs?)';
const EN_IN =
  '(?:in|inside|among) (?:the|my|our|her|his|this|one of|it|them|a)\\b(?! (?:app|site|website|code|checkout|game|basket|cart|picture|photo))';
const EN_FOUND =
  "(?:found|discovered|spotted|saw|there(?:'?s| is| are| was| were)|full of|crawling with|had|contained)";

const ELECTRIC: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '跳闸|(?<!不)短路|(?:冒|打|出|有|蹦)(?:了|出|着)?火花|(?:塑料|电线|胶皮)[^,。!?]{0,4}(?:烧|焦|糊)|烧塑料',
    '(?:插头|插座|充电器|电源线|电线|适配器|电池)[^,。!?]{0,6}(?:融化|熔化|化了|发黑|烧|鼓包|鼓起|冒烟|烫手|烫得|糊)',
    '(?:插|通|充|开机|用着|一开|打开)[^,。!?]{0,10}(?:糊味|焦味|焦糊|烧焦)|(?:煤气|燃气)味|漏(?:煤气|燃气)',
    '(?:摸|碰|外壳|机身|机壳|金属|插头|开关|按钮|水里)[^,。!?]{0,10}(?:麻麻|发麻|麻手|麻了|(?:有点|会|很)麻(?![烦辣椒味])|(?:会|都)?带电(?![池源量机动]))|电(?:到|了)(?:我|一下|我?的?手|孩子|人)|触电了?(?!保护)',
  ],
  en: [
    `${EN_NOT_PEOPLE}(?:is|was|are|'s|started|starts|keeps|began) smoking\\b(?! (?:hot|area|room|jacket))`,
    '\\bsmoke (?:is |was )?(?:coming|pouring|came|comes|rising)\\b',
    "\\b(?:smell(?:s|ed|ing)?|stinks?|reeks?)(?: (?:like|of|a bit|really|strongly|is|something|it'?s|as if|there'?s|an?|electrical))* (?:burning(?! (?:candle|incense|wood|nicely|well))|burnt (?:plastic|rubber|wir\\w+|electric\\w*)|melt(?:ing|ed) (?:plastic|rubber)|gas\\b)|\\bburning (?:plastic |electrical |rubber )?smell",
    '\\bsparking\\b|\\bsparks (?:coming|flying|flew|came|from|out)\\b|\\b(?:saw|making|throwing|there (?:are|were)) sparks\\b',
    '\\btripp?(?:ed|s|ing) (?:(?:the|my|our|out|all|whole) )*(?:electric\\w*|fuse\\w*|breakers?|circuit\\w*|power|rcd|mains|house)\\b|\\b(?:blew|blown|blows) (?:the |a |my )?fuses?\\b|\\bfuse (?:blew|went|has gone)\\b|\\bshort[- ]?circuit(?:ed|ing)\\b',
    '\\b(?:plug|socket|charger|cable|cord|wires?|battery)(?: \\w+){0,5} (?:melt(?:ed|ing)|overheat\\w*|swollen|swelled|bulging|burn(?:t|ing|ed)|scorched)\\b|\\bmelted (?:plug|socket|charger|cable|cord)\\b',
  ],
};

const FAILING: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '刹车(?:片|线)?(?:都|也|又|突然|就|已经|完全|老是?)*(?:坏|失灵|不灵|没用|断|失效|不好使|踩不|锁不|刹不)|刹不(?:住|停)',
    '(?:安全带|座椅|护栏|围栏|床栏|五点式|推车|isofix|儿童锁|安全锁|头盔)[^,。!?]{0,6}(?:(?:扣|锁|卡|固定)不(?:上|住|紧|牢)|自己(?:就|会)?(?:松|弹|开了)|崩开|断了|断裂|脱落|松脱|失灵|失效|散架|塌)',
  ],
  en: [
    "\\bbrakes?\\b(?: \\w+){0,2} (?:fail(?:s|ed|ing)?|gone|snapped|broke|broken|stopped|(?:don'?t|doesn'?t|won'?t|didn'?t|not|isn'?t|aren'?t) (?:work\\w*|hold\\w*|lock\\w*|stop\\w*|engag\\w*|grip\\w*))\\b",
    "\\b(?:seat ?belts?|harness|(?:safety|car ?seat|child|belt) buckle|car ?seat|isofix|safety (?:gate|lock|catch|strap|rail)|bed ?rail)\\b(?: \\w+){0,3} (?:(?:won'?t|doesn'?t|don'?t|wouldn'?t|not) (?:clos\\w+|lock\\w*|click\\w*|latch\\w*|hold\\w*|clip\\w*|fasten\\w*|stay\\w*|tighten\\w*)|broke|broken|snapped|came (?:off|undone|loose|apart)|comes (?:undone|loose)|failed|keeps opening)\\b",
    '\\b(?:chair|ladder|shelf|shelves|bed|cot|crib|stool|bench|swing|hammock|pram|stroller|pushchair|bunk|seat|handlebars?|scaffold\\w*)\\b(?: \\w+){0,2} (?:collapsed|gave way|tipped over)\\b',
  ],
};

const SPOILT: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '(?:有|里面?|发现|混)[^,。!?吗无防]{0,6}异物|发现(?:了|有)?(?:一|几|两|条|只|个|好多|小|活|黑|白|死)*(?:虫|蛆|苍蝇|蟑螂)|(?:吃|喝|冲|倒|拆|泡|挤)出(?:来)?(?:了|一|几|条|根|只|个|好多|小|活|黑|的|块|片|些|死|来)*(?:虫|蛆|苍蝇|蟑螂|异物|玻璃|铁丝|铁屑|金属|钢丝|塑料|石子|头发|沙子)',
    '(?<![狗猫宠鱼龟鸟花树叶盆][^,。!?]{0,8})(?:里|里面|中|上|发现|爬)[^,。!?防驱杀]{0,4}(?:有|爬|长|生|出)(?:了|着|一|几|条|只|个|很多|好多|好几|小|活|黑|白|的|些|死|出|来|满)*(?:虫子?|虫卵|蛆|苍蝇|蟑螂|老鼠屎|蚂蚁)(?!图案|印花|元素)',
    '(?:收到|买|打开|拆开|新|刚|奶粉|面包|豆|茶|米|零食|坚果|果|糕|饼|肉|罐|袋|瓶|盒)[^,。!?怕防易]{0,8}(?:发霉了|发霉的|长霉|霉变|有霉|霉点|霉斑|长毛了|变质了|馊了)',
  ],
  en: [
    `\\b(?:${EN_FOUND} (?:\\w+ ){0,4}(?:${EN_SHARD} of )?${EN_MATERIAL}(?: ${EN_SHARD})?|(?:${EN_SHARD} of ${EN_MATERIAL}|${EN_MATERIAL} ${EN_SHARD})) ${EN_IN}`,
    `\\b(?:found|discovered) (?:an? |some |\\w+ )?(?:${EN_SHARD} of ${EN_MATERIAL}|${EN_MATERIAL} ${EN_SHARD})\\b`,
    `\\b(?:${EN_FOUND} (?:\\w+ ){0,3}${EN_VERMIN} (?:\\w+ )?|(?:an? |live |dead )${EN_VERMIN} (?:crawling )?)${EN_IN}|\\b(?:found|discovered) (?:an? |some |live |dead )*(?:insects?|maggots?|weevils?|bugs?|larvae?|worms?|mould|mold)$|\\b(?:crawling with|full of) ${EN_VERMIN}`,
    "(?<!\\b(?:an?|plaster|silicone|cake|baking|soap|candle|jelly|ice|chocolate|metal|tin) )\\bmou?ld (?:is |was )?(?:growing )?(?:in|on|inside|all over) (?:my|the|it|them|this|these|one|some)\\b|\\b(?:is|are|was|were|it'?s|went|gone|going|came|arrived|got|all|looks?)(?: \\w+)? (?:mou?ldy)\\b|\\b(?:grown?|covered (?:in|with)|full of) mou?ld\\b|\\bmou?ldy (?:when|on arrival|already)\\b",
  ],
};

const ILL: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '(?:吃|喝)(?:了|完|过)[^。!?]{0,14}(?:(?:肚子|胃)(?:疼|痛|不舒服|难受)|(?:人|身体|全家)(?:都)?(?:不舒服|难受)|恶心)',
  ],
  en: [
    '\\b(?:made|making|makes) (?:me|him|her|us|them|everyone|my \\w+|our \\w+|the (?:baby|kids?|dog|cat)) (?:\\w+ ){0,2}(?:ill|unwell|poorly|vomit|puke|nauseous|queasy|faint|sick(?! (?:of|and tired|to|that|how|with)\\b))',
    "\\b(?:was|been|got|felt|feel|feeling|am|were|fell|'m) (?:\\w+ )?(?:ill|sick|unwell|poorly) (?:after|since|all night|from) (?:eating|drinking|using|having|trying|your|the|it|this|taking)\\b",
  ],
};

/** Every danger. */
export const PERILS: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp([...ELECTRIC.zh, ...FAILING.zh, ...SPOILT.zh, ...ILL.zh].join('|'), 'u'),
  en: new RegExp([...ELECTRIC.en, ...FAILING.en, ...SPOILT.en, ...ILL.en].join('|'), 'u'),
};

/** What a page speaks of that tells what to do about one. */
const SPOKEN_OF: Readonly<Record<Language, RegExp>> = {
  zh: /[虫霉]|异物|刹车|卡扣|安全带|变质|烟|跳闸|烧|焦|糊味|漏电|不舒服|疼|吐/u,
  en: /\b(?:mou?ld\w*|insects?|moths?|weevils?|bugs?|foreign|brakes?|buckles?|harness|smok\w+|burn\w*|spark\w*|tripp?\w*|fuses?|melt\w*|ill|sick|unwell)\b/iu,
};

/** Whether what would be answered speaks of any danger: the prices of rice are no answer to 米里爬出虫子. */
export const speaksOfPeril = spokenOf(SPOKEN_OF);
