/** What is needed of protobuf to change an ONNX graph: https://protobuf.dev/programming-guides/encoding/. */

/** How a field is written: its length in front, or a number of variable, eight or four bytes. */
export const WIRE = { varint: 0, eight: 1, delimited: 2, four: 5 };

/**
 * A field with its length in front: text, bytes or a message.
 * @param {number} number
 * @param {Uint8Array | string} body
 */
export function delimited(number, body) {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return Buffer.concat([tag(number, WIRE.delimited), varint(bytes.length), bytes]);
}

/**
 * A field that is a whole number.
 * @param {number} number
 * @param {number} value From 0.
 */
export function numbered(number, value) {
  return Buffer.concat([tag(number, WIRE.varint), varint(value)]);
}

/**
 * @typedef {object} Field
 * @property {number} number
 * @property {Buffer} body Without its tag and length; empty for a number.
 * @property {Buffer} whole
 */

/**
 * The fields of a message that is in memory, in their order.
 * @param {Buffer} message
 * @returns {Generator<Field>}
 */
export function* fieldsIn(message) {
  for (let at = 0; at < message.length; ) {
    const [key, afterKey] = readVarint(message, at);
    const wire = key % 8;
    let [body, length] = [afterKey, 0];
    if (wire === WIRE.delimited) [length, body] = readVarint(message, afterKey);
    else if (wire === WIRE.varint) body = readVarint(message, afterKey)[1];
    else body += wire === WIRE.eight ? 8 : 4;
    const whole = message.subarray(at, body + length);
    at = body + length;
    yield { number: Math.floor(key / 8), body: message.subarray(body, at), whole };
  }
}

/**
 * @param {Buffer} bytes
 * @param {number} from
 * @returns {[value: number, end: number]}
 */
function readVarint(bytes, from) {
  let [value, at, unit] = [0, from, 1];
  for (; bytes[at] >= 128; at += 1) {
    value += (bytes[at] % 128) * unit;
    unit *= 128;
  }
  return [value + bytes[at] * unit, at + 1];
}

/**
 * @param {number} number
 * @param {number} wire
 */
function tag(number, wire) {
  return varint(number * 8 + wire);
}

/** @param {number} value */
function varint(value) {
  const bytes = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
