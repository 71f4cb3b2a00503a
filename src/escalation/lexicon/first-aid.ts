import type { Language } from '../../domain/understanding.ts';

/*
 * What a page says to do in a danger, and of which danger it speaks: a page that only mentions the thing is no help to whoever was hurt by it.
 * Run over text in normal form.
 */

/** A kind of danger: its words, and how the shop's pages are asked what to do. */
interface Danger {
  readonly words: RegExp;
  readonly question: string;
}

/** Kinds of danger. A page helps with one that the message speaks of, too. */
const KINDS: Readonly<Record<Language, readonly Danger[]>> = {
  zh: [
    {
      question: '进眼睛里了怎么办',
      words: /眼/u,
    },
    {
      question: '皮肤过敏红肿怎么办',
      words:
        /皮肤|过敏|疹|痒|红肿|发红|泛红|刺痛|灼|(?:涂|抹|擦|敷|用)[^,。!?]{0,10}脸|脸[^,。!?]{0,6}(?:红|肿|疼|痛|烂)/u,
    },
    {
      question: '误食了怎么办',
      words: /误[食服吞饮]|吞|咽|(?:吃|喝)(?:了|下|进|到)|入口/u,
    },
    {
      question: '划伤出血怎么办',
      words: /割|划(?:伤|破|到)|扎|刺[到伤破进]|伤口|流血|出血|碎玻璃|砸|夹[到伤]/u,
    },
    {
      question: '烫伤了怎么办',
      words: /烫|烧伤|灼伤|起泡/u,
    },
    {
      question: '着火了怎么办',
      words: /着火|起火|失火|火灾|冒烟|爆|炸|烧起来/u,
    },
    {
      question: '闻到煤气味、头晕怎么办',
      words: /煤气|燃气|漏气|一氧化碳|中毒|头晕|恶心|窒息|闷[到住]|呼吸|憋气|喘/u,
    },
    {
      question: '漏电冒烟怎么办',
      words: /触电|漏电|电到|跳闸|短路|火花|鼓包|烧焦|糊味|焦味|发烫|进水/u,
    },
    {
      question: '突然断了摔了怎么办',
      words: /刹车|安全带|断裂|摔/u,
    },
    {
      question: '发霉有虫吃了不舒服怎么办',
      words: /虫|发霉|霉变|变质|异物|拉肚子|肚子[疼痛]|呕吐|腹泻/u,
    },
  ],
  en: [
    {
      question: 'it got in my eye, what should i do',
      words: /\beyes?\b/u,
    },
    {
      question: 'i have an allergic reaction, my skin is red and swollen',
      words:
        /\b(?:skin|face|rash\w*|itch\w*|red|redness|swell\w*|swollen|hives|allerg\w*|reaction|sting\w*|stung|blister\w*|irritat\w*)\b/u,
    },
    {
      question: 'someone swallowed it, what should i do',
      words: /\b(?:swallow\w*|drank|drink\w*|ate|eaten|lick\w*|ingest\w*|chew\w*|in (?:the|your|his|her|my) mouth)\b/u,
    },
    {
      question: 'the glass broke and cut me',
      words:
        /\b(?:cuts?|bleed\w*|blood|wound\w*|shatter\w*|explod\w*|(?:broken|cracked) glass|glass (?:\w+ ){0,2}(?:cracks?|cracked|breaks?|broke|explod\w*|shatter\w*|burst)|splinter\w*|stab\w*)\b/u,
    },
    {
      question: 'i burned myself, what should i do',
      words:
        /\b(?:burn(?:ed|t|s)? (?:my|your|his|her|the (?:skin|hand)|himself|herself|myself|yourself)|scald\w*|hot (?:wax|oil|water))\b/u,
    },
    {
      question: 'it caught fire, what should i do',
      words: /\b(?:fire|flames?|explod\w*|smok(?:e|ing)|flare[sd]?)\b/u,
    },
    {
      question: 'it makes me dizzy, i cannot breathe',
      words:
        /\b(?:gas|fumes|monoxide|dizz\w*|faint\w*|breath\w*|nausea|nauseous|suffocat\w*|chok\w*|inhal\w*|wheez\w*|asthma)\b/u,
    },
    {
      question: 'it sparks and smells of burning, what should i do',
      words:
        /\b(?:shocks?|shocked|spark\w*|electric\w*|electrocut\w*|overheat\w*|bulging|tripp\w*|short[- ]circuit\w*|burning smell|smell(?:s|ing)? (?:of )?burn\w*|water (?:gets|got) in)\b/u,
    },
    {
      question: 'it broke and i fell, what should i do',
      words: /\b(?:brakes?|harness|buckle|collaps\w*|fell)\b/u,
    },
    {
      question: 'it is mouldy and made me ill',
      words: /\b(?:mou?ld\w*|insects?|bugs?|weevils?|foreign|vomit\w*|sick|ill|unwell|diarrh\w*)\b/u,
    },
  ],
};

/** Tells what to do about it at once. */
const TELLS: Readonly<Record<Language, RegExp>> = {
  zh: /冲洗|清水|流水|冷水|冷敷|(?:去|到|送|上)(?:附近的?)?(?:医院|急诊)|就医|看医生|问医生|咨询医生|停用|停止使用|停止食用|(?:立即|马上|立刻|赶紧|先)(?:停|关|断|拔|离开|冲|去医|送医)|关(?:闭|掉)?(?:阀|火|电源|总闸|燃气|煤气)|断电|拔(?:掉|下|插头|电源)|通风|开窗|空旷|别(?:硬|点|碰|揉|再用|再吃|催吐)|(?:不要|勿|切勿|请勿)(?:揉|催吐|硬|拔|再用|再吃|继续|触|碰|点火|食用)|拨打|打120|119|剪断|止血|包扎|按压|灭火|催吐/u,
  en: /\b(?:rins(?:e|ing)|flush|wash(?:ed)? (?:it|them|the \w+|your \w+|thoroughly|immediately)? ?(?:off|out|with (?:plenty|cool|cold|water|lukewarm))|running water|cool (?:water|it)|cold water|stop (?:using|eating|wearing)|don'?t (?:use it|use them|touch|rub|induce|eat|pull|make (?:him|her|them))|do not (?:use it|touch|rub|induce|eat|pull)|call (?:999|911|112|111|000|an ambulance|poison\w*|your (?:doctor|gp)|a doctor|emergency)|(?:see|ask|speak to|contact|consult) (?:a|your|the) (?:doctor|gp|pharmacist|vet|physician)|medical (?:help|advice|attention)|hospital|a&e|emergency room|unplug|(?:switch|turn) (?:it |the \w+ )?off|shut (?:it |the \w+ )?off|close the valve|open (?:a |the |all )?(?:windows?|doors?)|ventilat\w*|fresh air|get out(?:side)?|blow (?:it|them) out|put (?:it|the \w+) out|smother|extinguish\w*|poison(?:s)? (?:centre|center|line|information)|press on|bandage|fire (?:brigade|service))\b/u,
};

/** A section of a page, in normal form. */
interface SectionText {
  readonly heading: string;
  readonly text: string;
}

/** Ends of sentences; a question belongs to what follows it: *in your eyes? rinse*. */
const SENTENCE = /[。.!;\n]+/u;

/**
 * Whether a section tells what to do about a danger that a message speaks of: in one sentence, or under a heading that names it. *Not on
 * wounds* has nothing to do with the next sentence, on eyes.
 * @param message in normal form
 */
export function tellsFirstAid({ heading, text }: SectionText, message: string, language: Language): boolean {
  const telling = text.split(SENTENCE).filter((sentence) => TELLS[language].test(sentence));
  return dangersIn(message, language).some(({ words }) =>
    telling.some((sentence) => words.test(heading) || words.test(sentence)),
  );
}

/** What to ask the shop's pages about the dangers that a message speaks of. @param message in normal form */
export function firstAidQuestions(message: string, language: Language): string[] {
  return dangersIn(message, language).map(({ question }) => question);
}

function dangersIn(message: string, language: Language): readonly Danger[] {
  const found = KINDS[language].filter(({ words }) => words.test(message));
  // What stings in an eye is no rash.
  const [eye] = KINDS[language];
  return found.includes(eye) ? [eye] : found;
}
