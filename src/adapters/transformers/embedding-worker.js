import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { firstStateGraph } from './first-state-graph.js';
import { graphWithoutWeights } from './graph-without-weights.js';
import { pairTokens } from './pair-tokens.js';

/**
 * Runs in a worker thread. Plain JavaScript, because a thread starts the file as it is: the same one from the sources
 * and from the compiled folder. A thread loads a model at the first text for it and keeps it.
 *
 * It uses the two parts of transformers.js that an encoder needs, the tokenizer and ONNX Runtime, by themselves: the
 * whole library holds 12 MB more a thread and takes 0.2 s longer to load.
 *
 * @typedef {object} WorkerModel What a thread needs to know to load and run a model.
 * @property {string} key Different settings have different keys.
 * @property {string} directory
 * @property {string} weights Path of the ONNX file inside the directory: `onnx/model_quantized.onnx`.
 * @property {string} [weightsFile] Path of another file that is loaded in its stead; the same graph with other numbers.
 * @property {boolean} [firstStateOnly] Whether the first token's hidden state is all that is asked for.
 * @property {'cls' | 'mean'} pooling
 * @property {number} maxTokens
 * @property {Record<string, unknown>} [tokenizerConfig] Read from `tokenizer_config.json` when absent.
 * @property {import('onnxruntime-node').InferenceSession.SessionOptions & { extra?: { session?: object } }} sessionOptions
 *
 * @typedef {object} WorkerTask One text, already prepared.
 * @property {WorkerModel} model
 * @property {string} text
 * @property {boolean} tokens Whether token vectors are wanted, too.
 *
 * @typedef {object} WorkerResult
 * @property {Float32Array} sentence
 * @property {string[]} [tokens]
 * @property {Float32Array} [vectors]
 *
 * @typedef {object} LoadedModel
 * @property {Tokenizer} tokenizer
 * @property {Set<number>} special Ids of tokens that stand for no text; the unknown token is not one of them.
 * @property {(ids: number[], types?: number[]) => Promise<Float32Array>} run Last hidden states, row by row, or the first alone; `types` says
 *   which of two texts a token belongs to, all to the first by default.
 *
 * @typedef {object} ReadTask A question and a passage to read together, texts already prepared.
 * @property {WorkerModel} model
 * @property {string} question
 * @property {import('../../ports/passage-reader.ts').ReadablePassage} passage
 * @property {import('./pair-tokens.js').PairLimits} limits
 * @property {{ weights: number[], intercept: number }} head What the first hidden state is weighed with.
 */

/** @type {Map<string, Promise<LoadedModel>>} */
const models = new Map();
/** By folder: an embedder and its reader share one, which holds tens of megabytes. @type {Map<string, Tokenizer>} */
const tokenizers = new Map();
/** Models load one after the other: what one needs while it loads, the next one uses again. @type {Promise<unknown>} */
let loaded = Promise.resolve();

/**
 * Embeds one text on its own. Dynamic quantisation takes its scale from everything in a batch, so a text's vector would
 * depend on its neighbours (cosine 0.99 to itself was measured); alone it is the same every time.
 * @param {WorkerTask} task
 * @returns {Promise<WorkerResult>}
 */
export default async function embed({ model, text, tokens }) {
  const { tokenizer, special, run } = await load(model);
  const ids = truncate(tokenizer.encode(text).ids, model.maxTokens);
  const states = await run(ids);
  const dimensions = states.length / ids.length;
  const sentence = model.pooling === 'cls' ? states.slice(0, dimensions) : mean(states, dimensions);
  normalise(sentence);
  if (!tokens) return { sentence };
  const kept = ids.flatMap((id, position) => (special.has(id) ? [] : [position]));
  const names = tokenizer.tokenize(text, { add_special_tokens: true });
  const vectors = new Float32Array(kept.length * dimensions);
  kept.forEach((position, row) => {
    const vector = states.slice(position * dimensions, (position + 1) * dimensions);
    normalise(vector);
    vectors.set(vector, row * dimensions);
  });
  return { sentence, tokens: kept.map((position) => names[position]), vectors };
}

/**
 * Reads one passage for one question, alone for the same reason.
 * @param {ReadTask} task
 * @returns {Promise<number>} Log odds that the passage answers the question.
 */
export async function read({ model, question, passage, limits, head }) {
  const { tokenizer, run } = await load(model);
  /** @param {string} text */
  const encode = (text) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  const [opening, separator] = tokenizer.encode('').ids;
  const { ids, asked } = pairTokens(encode, question, passage, limits, { opening, separator });
  const states = await run(
    ids,
    ids.map((_, at) => (at < asked ? 0 : 1)),
  );
  return head.weights.reduce((sum, weight, at) => sum + weight * states[at], head.intercept);
}

/**
 * @param {WorkerModel} model
 * @returns {Promise<LoadedModel>}
 */
function load(model) {
  const known = models.get(model.key);
  if (known) return known;
  const loading = loaded.then(() => loadNow(model));
  loaded = loading.catch(() => {});
  // A failed load is tried again by the next text instead of failing for ever.
  loading.catch(() => models.delete(model.key));
  models.set(model.key, loading);
  return loading;
}

/**
 * @param {WorkerModel} model
 * @returns {Promise<LoadedModel>}
 */
async function loadNow({ directory, weights, weightsFile, firstStateOnly, tokenizerConfig, sessionOptions }) {
  /** @param {string} name */
  const read = async (name) => JSON.parse(await readFile(join(directory, name), 'utf8'));
  const settings = tokenizerConfig ?? (await read('tokenizer_config.json'));
  const tokenizer = tokenizers.get(directory) ?? new Tokenizer(await read('tokenizer.json'), settings);
  tokenizers.set(directory, tokenizer);
  const path = weightsFile ?? join(directory, weights);
  const graph = await graphWithoutWeights(path);
  const session = await open(firstStateOnly ? firstStateGraph(graph) : graph, dirname(path), sessionOptions);
  const output = session.outputNames.find((name) => /^(last_hidden_state|token_embeddings)$/.test(name));
  if (!output) throw new Error(`${directory} has no last_hidden_state among ${session.outputNames.join(', ')}`);
  const wantsTypes = session.inputNames.includes('token_type_ids');
  return {
    tokenizer,
    special: specialIds(tokenizer, settings.unk_token),
    async run(ids, types) {
      /** @param {number[]} numbers */
      const row = (numbers) => new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, ids.length]);
      const nothing = ids.map(() => 0);
      const states = await session.run(
        {
          ...(wantsTypes ? { token_type_ids: row(types ?? nothing) } : {}),
          input_ids: row(ids),
          attention_mask: row(ids.map(() => 1)),
        },
        [output],
      );
      return /** @type {Float32Array} */ (states[output].data);
    },
  };
}

/**
 * @param {Buffer} graph
 * @param {string} folder Where the files are that its tensors stand in.
 * @param {WorkerModel['sessionOptions']} options
 */
function open(graph, folder, { extra, ...options }) {
  const session = { ...extra?.session, model_external_initializers_file_folder_path: folder };
  // Warnings are about graphs that ONNX Runtime optimises; nobody here can act on them.
  return InferenceSession.create(graph, { ...{ logSeverityLevel: 3, ...options }, extra: { ...extra, session } });
}

/**
 * @param {Tokenizer} tokenizer
 * @param {string | { content: string } | undefined} unknown
 */
function specialIds(tokenizer, unknown) {
  const unknownId = tokenizer.token_to_id((typeof unknown === 'object' ? unknown.content : unknown) ?? '');
  const added = [...tokenizer.get_added_tokens_decoder().values()];
  return new Set(added.flatMap(({ special, id }) => (special && id !== unknownId ? [id] : [])));
}

/**
 * Keeps the beginning and the closing special token, which the model was trained to see and the library's own cut drops.
 * @param {number[]} ids
 * @param {number} most
 */
function truncate(ids, most) {
  return ids.length <= most ? ids : [...ids.slice(0, most - 1), ids[ids.length - 1]];
}

/**
 * @param {Float32Array} states
 * @param {number} dimensions
 */
function mean(states, dimensions) {
  const sum = new Float32Array(dimensions);
  for (let at = 0; at < states.length; at += 1) sum[at % dimensions] += states[at];
  return sum;
}

/** @param {Float32Array} vector made unit length in place; its scale, such as the count of a mean, is lost on purpose. */
function normalise(vector) {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < vector.length; at += 1) vector[at] /= length;
}
