import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AutoModel, env, PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import { pairTokens } from './pair-tokens.js';

/**
 * Runs in a worker thread. Plain JavaScript, because a thread starts the file as it is: the same one from the sources
 * and from the compiled folder. A thread loads a model at the first text for it and keeps it.
 *
 * @typedef {object} WorkerModel What a thread needs to know to load and run a model.
 * @property {string} key Different settings have different keys.
 * @property {string} directory
 * @property {string} weights Path of the ONNX file inside the directory: `onnx/model_quantized.onnx`.
 * @property {string} [weightsFile] Path of another file that is loaded in its stead; the same graph with other numbers.
 * @property {'cls' | 'mean'} pooling
 * @property {number} maxTokens
 * @property {Record<string, unknown>} [config] Read from `config.json` when absent.
 * @property {Record<string, unknown>} [tokenizerConfig] Read from `tokenizer_config.json` when absent.
 * @property {Record<string, unknown>} sessionOptions
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
 * @property {PreTrainedTokenizer} tokenizer
 * @property {Set<number>} special Ids of tokens that stand for no text; the unknown token is not one of them.
 * @property {(ids: number[], types?: number[]) => Promise<Float32Array>} run Last hidden states, row by row; `types` says
 *   which of two texts a token belongs to, all to the first by default.
 *
 * @typedef {object} ReadTask A question and a passage to read together, texts already prepared.
 * @property {WorkerModel} model
 * @property {string} question
 * @property {import('../../ports/passage-reader.ts').ReadablePassage} passage
 * @property {import('./pair-tokens.js').PairLimits} limits
 * @property {{ weights: number[], intercept: number }} head What the first hidden state is weighed with.
 */

env.allowRemoteModels = false;
// The store has placed the files; a second cache would only double them.
env.useFSCache = false;

/**
 * Path of the weights that are being loaded. The library would open a stream on the file that nobody reads to the end,
 * and hold its 23 MB a model and thread; asked as a cache, we name the file and ONNX Runtime reads it by itself.
 * @type {string | undefined}
 */
let weightsPath;
env.useCustomCache = true;
env.customCache = {
  /** @param {string} name */
  match: async (name) => (name.endsWith('.onnx') ? weightsPath : undefined),
  put: async () => {},
};

/** @type {Map<string, Promise<LoadedModel>>} */
const models = new Map();
/** By folder: an embedder and its reader share one, which holds tens of megabytes. @type {Map<string, PreTrainedTokenizer>} */
const tokenizers = new Map();
/** Models load one after the other, so that `weightsPath` is the right one. @type {Promise<unknown>} */
let loaded = Promise.resolve();

/** Names that transformers.js gives to the endings of weight files. */
const dtypes = /** @type {const} */ ({
  '': 'fp32',
  fp16: 'fp16',
  quantized: 'q8',
  int8: 'int8',
  uint8: 'uint8',
  q4: 'q4',
});

/**
 * Embeds one text on its own. Dynamic quantisation takes its scale from everything in a batch, so a text's vector would
 * depend on its neighbours (cosine 0.99 to itself was measured); alone it is the same every time.
 * @param {WorkerTask} task
 * @returns {Promise<WorkerResult>}
 */
export default async function embed({ model, text, tokens }) {
  const { tokenizer, special, run } = await load(model);
  const ids = truncate(tokenizer.encode(text), model.maxTokens);
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
  const encode = (text) => tokenizer.encode(text, { add_special_tokens: false });
  const [opening, separator] = tokenizer.encode('');
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
async function loadNow({ directory, weights, weightsFile, config, tokenizerConfig, sessionOptions }) {
  /** @param {string} name */
  const read = async (name) => JSON.parse(await readFile(join(directory, name), 'utf8'));
  const settings = tokenizerConfig ?? (await read('tokenizer_config.json'));
  const tokenizer = tokenizers.get(directory) ?? new PreTrainedTokenizer(await read('tokenizer.json'), settings);
  tokenizers.set(directory, tokenizer);
  const special = new Set(tokenizer.all_special_ids.filter((id) => id !== tokenizer.unk_token_id));
  const ending = /** @type {keyof typeof dtypes} */ (basename(weights, '.onnx').replace(/^model_?/, ''));
  weightsPath = weightsFile ?? join(directory, weights);
  const network = await AutoModel.from_pretrained(directory, {
    // The declared type wants methods that the library adds by itself to a plain config.
    config: /** @type {any} */ (config ?? (await read('config.json'))),
    dtype: dtypes[ending],
    session_options: sessionOptions,
    local_files_only: true,
  });
  return {
    tokenizer,
    special,
    async run(ids, types) {
      const shape = [1, ids.length];
      const output = await network({
        ...(types ? { token_type_ids: new Tensor('int64', BigInt64Array.from(types, BigInt), shape) } : {}),
        input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
        attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      });
      return (output.last_hidden_state ?? output.token_embeddings).data;
    },
  };
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
