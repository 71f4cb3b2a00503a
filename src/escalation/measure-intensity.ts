/** How loudly a text is typed, before any word is read. */
export interface Intensity {
  /** Two or more exclamation marks together, or exclamation and question marks mixed. */
  readonly storm: boolean;
  /** Two or more question marks together. */
  readonly questionStorm: boolean;
  /** Latin words in capitals: at least two of four letters or more, or a whole sentence of them. */
  readonly shouting: boolean;
  /** A letter or character typed four times or more (烦烦烦烦, nooooo), laughter aside. */
  readonly stretched: boolean;
}

const STORM = /[!！]{2,}|[!！][?？]|[?？][!！]/u;
const QUESTION_STORM = /[?？]{2,}/u;
const STRETCHED = /(?![哈嘻嘿呵啊~h\d.。…\-_=*\s!！?？])(.)\1{3,}/iu;
/** Brand and size codes in capitals are not shouting. */
const CAPITALS = /\b(?!(?:IPHONE|USB|HDMI|XXL|XXXL|PVC|ASAP|FAQ|EMS|DHL|UPS|USPS)\b)[A-Z]{4,}\b/g;

/** Reads punctuation, capitals and repetition from the raw text; normal form has lost them. */
export function measureIntensity(text: string): Intensity {
  const capitals = text.match(CAPITALS)?.length ?? 0;
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return {
    storm: STORM.test(text),
    questionStorm: QUESTION_STORM.test(text),
    shouting: capitals >= 2 || (words >= 2 && words <= 6 && !/[a-z]/.test(text)),
    stretched: STRETCHED.test(text),
  };
}
