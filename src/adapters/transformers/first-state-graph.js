import { delimited, fieldsIn, numbered } from './protobuf.js';

/** Numbers of fields, from https://github.com/onnx/onnx/blob/main/onnx/onnx.proto: of a model, a graph and a node. */
const GRAPH = 7;
const NODE = 1;
const INITIALIZER = 5;
const [INPUT, OUTPUT, NAME, OPERATOR, ATTRIBUTE] = [1, 2, 3, 4, 5];
/** Of a tensor, and its kind for whole numbers of 64 bits. */
const TENSOR = { sizes: 1, kind: 2, numbers: 7, name: 8 };
const INT64 = 7;
/** Of an attribute, and its kind for a whole number. */
const SETTING = { name: 1, number: 3, kind: 20 };
const INT = 2;

/** What asks in a layer, and what adds the layer's input to what its attention found. */
const ASKS = /^\/encoder\/layer\.(\d+)\/attention\/self\/query\/MatMul_quant$/;
const ADDS = /^\/encoder\/layer\.(\d+)\/attention\/output\/Add$/;
/** Names the tensor that holds the place which is kept. */
const FIRST = 'first_place';

/**
 * A BERT encoder's graph that finds the first token's last hidden state alone. In the last layer only that token asks
 * what the others hold, and all that follows is done for it: of six layers' work a seventh is saved, of four layers' a
 * sixth. The state is the same but for rounding (cosine 0.9999), since the last activations are quantised by themselves.
 * @param {Buffer} model An ONNX file's bytes, the encoder as PyTorch exports it and ONNX Runtime quantises it.
 * @throws Error for another graph.
 */
export function firstStateGraph(model) {
  return mapFields(model, ({ number, body }) =>
    number === GRAPH ? [delimited(GRAPH, graphOfFirst(body))] : undefined,
  );
}

/** @param {Buffer} graph */
function graphOfFirst(graph) {
  const layers = [...fieldsIn(graph)].flatMap(({ number, body }) => {
    const found = number === NODE && ASKS.exec(nameOf(body));
    return found ? [Number(found[1])] : [];
  });
  const last = Math.max(...layers);
  if (last < 1) throw new Error('no encoder whose last layer could be kept to its first token');
  const input = `/encoder/layer.${last - 1}/output/LayerNorm/Add_1_output_0`;
  const wanted = new Set([input, `${input}_quantized`]);
  const changed = mapFields(graph, ({ number, body }) => {
    const name = number === NODE ? nameOf(body) : '';
    const layer = (ASKS.exec(name) ?? ADDS.exec(name))?.[1];
    return Number(layer) === last ? ofFirst(body, wanted) : undefined;
  });
  const place = [numbered(TENSOR.sizes, 1), numbered(TENSOR.kind, INT64), numbered(TENSOR.numbers, 0)];
  return Buffer.concat([changed, delimited(INITIALIZER, Buffer.concat([...place, delimited(TENSOR.name, FIRST)]))]);
}

/**
 * @param {Buffer} node
 * @param {Set<string>} wanted Names of inputs of which the first row is enough.
 * @returns {Buffer[]} What takes that row, and the node that uses it.
 */
function ofFirst(node, wanted) {
  /** @type {Buffer[]} */
  const rows = [];
  const changed = mapFields(node, ({ number, body }) => {
    const name = body.toString();
    if (number !== INPUT || !wanted.has(name)) return undefined;
    rows.push(delimited(NODE, takeFirst(name)));
    return [delimited(INPUT, `${name}_first`)];
  });
  if (rows.length !== 1) throw new Error(`${nameOf(node)} does not use its layer's input once`);
  return [...rows, delimited(NODE, changed)];
}

/** @param {string} name Of a tensor of the size [1, tokens, width]. */
function takeFirst(name) {
  const axis = [delimited(SETTING.name, 'axis'), numbered(SETTING.number, 1), numbered(SETTING.kind, INT)];
  return Buffer.concat([
    ...[name, FIRST].map((input) => delimited(INPUT, input)),
    delimited(OUTPUT, `${name}_first`),
    delimited(NAME, `${name}_first`),
    delimited(OPERATOR, 'Gather'),
    delimited(ATTRIBUTE, Buffer.concat(axis)),
  ]);
}

/** @param {Buffer} node */
function nameOf(node) {
  for (const { number, body } of fieldsIn(node)) if (number === NAME) return body.toString();
  return '';
}

/**
 * @param {Buffer} message
 * @param {(field: import('./protobuf.js').Field) => Buffer[] | undefined} change Fields in place of one; undefined keeps it.
 */
function mapFields(message, change) {
  return Buffer.concat([...fieldsIn(message)].flatMap((field) => change(field) ?? [field.whole]));
}
