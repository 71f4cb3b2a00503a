"""The BERT encoder of an ONNX file with 8-bit weights, as a PyTorch module that can be trained further."""
import json
import unicodedata

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

# Attention heads are the one number that the files do not tell.
HEADS = {'bge-small-zh-v1.5': 8, 'all-MiniLM-L6-v2': 12}
# The matrices of a layer in the order in which a file multiplies by them, and where their biases are.
MATRICES = {
    'query': 'attention.self.query',
    'key': 'attention.self.key',
    'value': 'attention.self.value',
    'attended': 'attention.output.dense',
    'widened': 'intermediate.dense',
    'narrowed': 'output.dense',
}
NORMS = {'norm1': 'attention.output.LayerNorm', 'norm2': 'output.LayerNorm'}
SMALLEST = 1e-12
DROPOUT = 0.1


class Norm(nn.LayerNorm):
    """In 32 bits: in 16 it is three times slower on a processor, and less exact."""

    def forward(self, x):
        return F.layer_norm(x.float(), self.normalized_shape, self.weight.float(), self.bias.float(), self.eps).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.attended = (nn.Linear(width, width) for _ in range(4))
        self.widened, self.narrowed = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = Norm(width, SMALLEST), Norm(width, SMALLEST)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x, mask):
        batch, length, width = x.shape
        split = lambda y: y.view(batch, length, self.heads, -1).transpose(1, 2)
        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        weights = (query @ key.transpose(2, 3) / (width // self.heads) ** 0.5 + mask).softmax(-1)
        found = (self.drop(weights) @ value).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.attended(found)))
        wide = F.gelu(self.widened(x).float()).to(x.dtype)
        return self.norm2(x + self.drop(self.narrowed(wide)))


class Encoder(nn.Module):
    """Hidden states of a batch; the vocabulary's vectors stay as they are, since the file with them is not shipped again."""

    def __init__(self, path, heads):
        super().__init__()
        file = OnnxEncoder(path)
        self.words = nn.Parameter(torch.from_numpy(file.table('embeddings.word_embeddings.weight')), False)
        self.places = nn.Parameter(torch.from_numpy(file.table('embeddings.position_embeddings.weight')), False)
        self.types = nn.Parameter(torch.from_numpy(file.table('embeddings.token_type_embeddings.weight')))
        width = self.words.shape[1]
        self.norm, self.drop = Norm(width, SMALLEST), nn.Dropout(DROPOUT)
        put(self.norm.weight, file.tensors['embeddings.LayerNorm.weight'])
        put(self.norm.bias, file.tensors['embeddings.LayerNorm.bias'])
        inner = file.tensors[f'{file.matrix(0, "widened")}_quantized'].shape[1]
        self.layers = nn.ModuleList(Layer(width, inner, heads) for _ in range(file.layers))
        for at, layer in enumerate(self.layers):
            for matrix, place in MATRICES.items():
                linear = getattr(layer, matrix)
                put(linear.weight, file.table(file.matrix(at, matrix)).T)
                put(linear.bias, file.tensors[f'encoder.layer.{at}.{place}.bias'])
            for norm, place in NORMS.items():
                for part in ('weight', 'bias'):
                    put(getattr(getattr(layer, norm), part), file.tensors[f'encoder.layer.{at}.{place}.{part}'])

    def forward(self, ids, types, mask):
        x = self.drop(self.norm(self.words[ids] + self.types[types] + self.places[: ids.shape[1]]))
        added = (~mask)[:, None, None, :].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, added)
        return x


class OnnxEncoder:
    """Names and numbers of a file."""

    def __init__(self, path):
        graph = onnx.load(path).graph
        self.tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        # Exported matrices have numbers for names; a layer multiplies by them in a fixed order.
        self.multiplied = [node.input[1][: -len('_quantized')] for node in graph.node if node.op_type == 'MatMulInteger']
        self.layers = len(self.multiplied) // len(MATRICES)

    def matrix(self, layer, name):
        return self.multiplied[len(MATRICES) * layer + list(MATRICES).index(name)]

    def table(self, name):
        whole = self.tensors[f'{name}_quantized'].astype(np.float32) - self.tensors[f'{name}_zero_point'].astype(np.float32)
        return (whole * self.tensors[f'{name}_scale']).astype(np.float32)


def put(parameter, values):
    parameter.data.copy_(torch.from_numpy(np.ascontiguousarray(values)))


class WordPiece:
    """The lower-casing BERT tokenizer of both embedders."""

    def __init__(self, path):
        with open(path) as file:
            self.vocabulary = json.load(file)['model']['vocab']
        self.known = {}

    def ids(self, text):
        if text not in self.known:
            self.known[text] = [piece for word in self.words(text) for piece in self.pieces(word)]
        return self.known[text]

    def words(self, text):
        whole = unicodedata.normalize('NFKC', text).lower()
        bare = (c for c in unicodedata.normalize('NFD', whole) if unicodedata.category(c) != 'Mn')
        return ''.join(spaced(character) for character in bare).split()

    def pieces(self, word):
        unknown = [self.vocabulary['[UNK]']]
        if len(word) > 100:
            return unknown
        found, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ('##' if start else '') + word[start:end]
                if piece in self.vocabulary:
                    break
            else:
                return unknown
            found.append(self.vocabulary[piece])
            start = end
        return found


def spaced(character):
    kind = unicodedata.category(character)
    if character in '\t\n\r' or kind == 'Zs':
        return ' '
    if kind.startswith('C') or character == '\ufffd':
        return ''
    is_han = '\u4e00' <= character <= '\u9fff' or '\u3400' <= character <= '\u4dbf'
    is_mark = kind.startswith('P') or (ord(character) < 128 and not character.isalnum())
    return f' {character} ' if is_han or is_mark else character
