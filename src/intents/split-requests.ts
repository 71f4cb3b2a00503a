const BREAKS =
  /[，。？！；,;?!\n]+|\.(?=\s|$)|(?:还有|另外|顺便|以及|然后|再就是|同时)|\b(?:and also|also|and then|by the way|btw|plus|besides|and)\b/giu;
/** Shorter parts are courtesies and half-sentences; alone they would be read as something they are not. */
const MIN_HAN = 4;
const MIN_WORDS = 3;
/** Each part costs an embedding. */
const MAX_PARTS = 4;

/**
 * The parts of a message that may each ask for something: cut at punctuation and at words such as 还有, 顺便 and `also`.
 * Empty when the message has one part only.
 */
export function splitRequests(text: string): string[] {
  const parts = text
    .split(BREAKS)
    .map((part) => part.trim())
    .filter(saysSomething);
  return parts.length < 2 ? [] : parts.slice(0, MAX_PARTS);
}

function saysSomething(part: string): boolean {
  const han = part.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = part.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han >= MIN_HAN || words >= MIN_WORDS || (han >= 2 && words >= 1);
}
