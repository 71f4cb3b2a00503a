/**
 * The tokens of a question and a passage read together, as training/reader/train.py lays them out:
 * `[CLS] question [SEP] title [SEP] heading [SEP] sample question [SEP] sentences [SEP]`.
 *
 * @typedef {object} PairLimits Longest parts, in tokens.
 * @property {number} question A longer one loses its middle.
 * @property {number} passage
 *
 * @typedef {object} Marks Ids of the special tokens.
 * @property {number} opening
 * @property {number} separator
 */

/** A title and heading in tokens; more of them would leave no room for what the section says. */
const HEAD_TOKENS = 40;
const SAMPLE_TOKENS = 24;

/**
 * @param {(text: string) => number[]} encode Tokens of a text without special ones.
 * @param {string} question
 * @param {import('../../ports/passage-reader.ts').ReadablePassage} passage
 * @param {PairLimits} limits
 * @param {Marks} marks
 * @returns {{ ids: number[], asked: number }} `asked` ids belong to the question, the others to the passage.
 */
export function pairTokens(encode, question, passage, limits, { opening, separator }) {
  const asked = [opening, ...withoutMiddle(encode(question), limits.question), separator];
  const head = [...encode(passage.title), ...(passage.heading ? [separator, ...encode(passage.heading)] : [])];
  const sample = passage.sampleQuestion ? [separator, ...encode(passage.sampleQuestion).slice(0, SAMPLE_TOKENS)] : [];
  const start = [...head.slice(0, HEAD_TOKENS), ...sample, separator];
  if (passage.best < 0) return { ids: [...asked, ...start], asked: asked.length };
  const said = around(passage.sentences.map(encode), passage.best, limits.passage - start.length);
  return { ids: [...asked, ...[...start, ...said].slice(0, limits.passage), separator], asked: asked.length };
}

/**
 * @param {number[]} ids
 * @param {number} most
 */
function withoutMiddle(ids, most) {
  return ids.length <= most ? ids : [...ids.slice(0, most / 2), ...ids.slice(-most / 2)];
}

/**
 * As many sentences next to the best one as fit, those behind it first.
 * @param {number[][]} sentences
 * @param {number} best
 * @param {number} room
 */
function around(sentences, best, room) {
  let [first, last, size] = [best, best, sentences[best].length];
  /** @param {number} at */
  const fits = (at) => at >= 0 && at < sentences.length && size + sentences[at].length <= room;
  for (let grown = true; grown; ) {
    grown = false;
    if (fits(last + 1)) {
      last += 1;
      size += sentences[last].length;
      grown = true;
    }
    if (fits(first - 1)) {
      first -= 1;
      size += sentences[first].length;
      grown = true;
    }
  }
  return sentences.slice(first, last + 1).flat();
}
