/** Contractions as they are typed without their apostrophe; none of them is another word. */
const CONTRACTIONS =
  `ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't
won't wouldn't i'm i've you're you've you'll you'd they're they've they'll we've he's she's that's there's here's
what's where's when's who's why's how's it'll that'll`
    .split(/\s+/)
    .map((contraction): [typed: string, meant: string] => [contraction.replace("'", ''), contraction]);

/** What else is typed for an everyday word, whoever writes and whatever the shop sells. */
const SHORT_FORMS = `cnt can't|cudnt couldn't|dident didn't|dnt don't|doesent doesn't|dosent doesn't|dosnt doesn't
havnt haven't|shudnt shouldn't|wasent wasn't|wudnt wouldn't|wats what's|wots what's|idk i don't know|dunno don't know
abt about|alot a lot|any1 anyone|b4 before|becuz because|bcoz because|bcos because|bcz because|coz because|cuz because|cos because
cld could|cud could|every1 everyone|gimme give me|gonna going to|gotta got to|hav have|hv have|kinda kind of|lemme let me
msg message|msgs messages|no1 no one|nvr never|pic picture|pics pictures|plese please|pleas please|plez please|plis please|plse please
plss please|plz please|plzz please|pls please|ppl people|prolly probably|rcvd received|recd received|rly really|rn right now
shld should|shud should|smthg something|smthing something|smth something|sth something|some1 someone|somethin something
thier their|tho though|thru through|tht that|tmr tomorrow|tmrw tomorrow|tmw tomorrow|tomo tomorrow|2moro tomorrow|2morrow tomorrow
2day today|2nite tonight|tryna trying to|wanna want to|wat what|wut what|wht what|wen when|whch which|wich which|whr where|wiht with
hrs hours|mins minutes|mth month|mths months|wk week|wks weeks|yrs years|wld would|wud would|ystrday yesterday|yday yesterday`
  .split(/[|\n]/)
  .map((entry): [string, string] => {
    const space = entry.indexOf(' ');
    return [entry.slice(0, space), entry.slice(space + 1)];
  });

const MEANT = new Map([...CONTRACTIONS, ...SHORT_FORMS]);

/** What stands beside a letter that is a word of its own; U-neck, S/M/R and R&B are none. */
const ALONE = "(?<![\\p{L}\\p{N}'&/_@.#-])";
const ENDS = "(?![\\p{L}\\p{N}'&/_@#-]|\\.\\p{L})";
const U_GOODS = 'neck|necked|shaped?|pillow|dis[ck]|bolt|lock|turn|type|clip|pipe|pin|size|bend|bar|cable|hook|tube';
const LETTERED = '(?:size|type|model|plan|letter|cup|shape|grade|class|option|style|series|plug) ';
/** Who may be meant by *r u there* and *where r my shoes*, on either side. */
const BEFORE_ARE = 'how|where|what|who|when|why|which|you|u|they|we|these|those|there|and|but';
const AFTER_ARE = 'u|you|ur|your|they|these|those|we|there|my|the|all|any';

/** Forms that are another word elsewhere, with what must stand beside them. Each is tried once, in order. */
const IN_PLACE: readonly (readonly [form: RegExp, meant: string])[] = (
  [
    [`${ALONE}r(?= (?:${AFTER_ARE})${ENDS})`, 'are'],
    [`(?<=${ALONE}(?:${BEFORE_ARE}) )r${ENDS}`, 'are'],
    [
      `${ALONE}ur(?= (?:not|a|an|the|so|very|too|welcome|kidding|joking|saying|telling|going|all|just)${ENDS})`,
      "you're",
    ],
    [`${ALONE}ur${ENDS}`, 'your'],
    [`${ALONE}(?<!${LETTERED})u${ENDS}(?! (?:${U_GOODS})${ENDS})`, 'you'],
    // *Last yr* and 2yr, but *yr address*.
    [
      `(?<=(?:\\d|\\b(?:last|next|this|per|a|every|each|one|two|first|second|third|all|half|whole|new|of the)) ?)yr${ENDS}`,
      'year',
    ],
    [`(?<=\\d)yrs${ENDS}`, 'years'],
    [`${ALONE}yr(?= \\p{L})`, 'your'],
    [
      `(?<=^|[.!?] )y(?= (?:is|are|am|was|were|do|does|did|would|can't|won't|isn't|aren't|don't|doesn't|didn't|you)${ENDS})`,
      'why',
    ],
    [
      `(?<!(?:am|is|are|was|were|be|been|i'm|feel|feels|felt|feeling|got|get|getting|fell|fall|make|makes|made|very|so|really|seriously|became|she's|he's) )${ALONE}ill(?= (?:be|take|wait|send|do|try|pay|have|just|get|go|call|return|check|order|never|not|give|report|leave|sue|contact|come|buy|keep|let|tell|need|see|look|post|use|want|ask|also|still|then)${ENDS})`,
      "i'll",
    ],
    [`${ALONE}id(?= (?:like|love|rather|prefer|want|appreciate|be|have)${ENDS})`, "i'd"],
    [`${ALONE}its(?= (?:been|not)${ENDS})`, "it's"],
  ] as const
).map(([form, meant]) => [new RegExp(form, 'giu'), meant]);

const WORD = new RegExp(`${ALONE}[a-z0-9]{2,10}${ENDS}`, 'giu');
/** Marks that phones and keyboards set for an apostrophe. 5′6 is a height. */
const APOSTROPHES = /(?<=\p{L})[’‘ʼ´`′＇](?=\p{L})/gu;

/** What a word of chat spelling means (dont: don't, pls: please); undefined for any other. @param word lower case */
export function chatMeaning(word: string): string | undefined {
  return MEANT.get(word);
}

/**
 * An English message with the forms of chats spelt out: apostrophes that phones write or writers leave out, and a closed list
 * of short forms. Whole words only, so that numbers, sizes and codes stay; capitals stay capitals. Idempotent. Pure.
 */
export function spellOutChat(text: string): string {
  const marked = text.replace(APOSTROPHES, "'");
  const spelt = marked.replace(WORD, (word) => inCaseOf(word, MEANT.get(word.toLowerCase())));
  return IN_PLACE.reduce((meant, [form, word]) => meant.replace(form, (typed) => inCaseOf(typed, word)), spelt);
}

/** U alone is no shouting; DONT is. */
function inCaseOf(typed: string, meant: string | undefined): string {
  if (meant === undefined) return typed;
  if (typed.length > 1 && typed === typed.toUpperCase() && /\p{L}/u.test(typed)) return meant.toUpperCase();
  return /^\p{Lu}/u.test(typed) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
}
