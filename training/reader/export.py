#!/usr/bin/env python3
"""Writes weights/<language>-reader.json and .bin: the bytes of the embedder's ONNX file that make it the reader.

    python3 training/reader/export.py EMBEDDER_FOLDER STATE zh [--and OTHER_STATE]

Of two states, one of which was trained further from the other, the mean of the weights may judge better than either.
Embedder and reader have the same graph and the same vocabulary, so that only layers, norms and the two token types are
written, in the form in which they stand in the file. src/adapters/transformers/reader-weights.ts puts them there.
"""
import argparse
import hashlib
import json
import os

import numpy as np
import torch

from encoder import MATRICES, NORMS, OnnxEncoder
from train import PASSAGE, QUESTION

# As in the embedder's own file: 7 bits, so that processors without VNNI do not saturate.
LARGEST = 64


class Patches:
    def __init__(self, path):
        self.file = OnnxEncoder(path)
        with open(path, 'rb') as file:
            self.content = bytearray(file.read())
        self.base = hashlib.sha256(self.content).hexdigest()
        self.made = []

    def put(self, name, values):
        old = self.file.tensors[name]
        new = np.ascontiguousarray(values.astype(old.dtype))
        at = self.content.find(old.tobytes())
        if new.shape != old.shape or at < 0 or self.content.find(old.tobytes(), at + 1) >= 0:
            raise ValueError(f'{name} has no one place in the file')
        self.made.append((at, new.tobytes()))

    def put_matrix(self, name, weight):
        columns = weight.T
        scale = np.abs(columns).max(0) / LARGEST
        self.put(f'{name}_quantized', np.rint(columns / scale))
        self.put(f'{name}_scale', scale)

    def put_types(self, values):
        name = 'embeddings.token_type_embeddings.weight'
        whole = np.rint(values / self.file.tensors[f'{name}_scale'] + self.file.tensors[f'{name}_zero_point'])
        print(f'token types out of the range of 8 bits: {((whole < 0) | (whole > 255)).mean():.3%}')
        self.put(f'{name}_quantized', whole.clip(0, 255))

    def write(self, name, head, intercept):
        self.made.sort()
        with open(f'weights/{name}.bin', 'wb') as file:
            for at, new in self.made:
                self.content[at : at + len(new)] = new
                file.write(new)
        described = {
            'base': self.base,
            'sha256': hashlib.sha256(self.content).hexdigest(),
            'questionTokens': QUESTION,
            'passageTokens': PASSAGE,
            'patches': [[at, len(new)] for at, new in self.made],
            'head': [round(float(weight), 7) for weight in head],
            'intercept': round(float(intercept), 6),
        }
        with open(f'weights/{name}.json', 'w') as file:
            json.dump(described, file)
            file.write('\n')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('embedder')
    parser.add_argument('state')
    parser.add_argument('language', choices=['zh', 'en'])
    parser.add_argument('--and', dest='other', help='a state whose weights are averaged with the first')
    options = parser.parse_args()
    patches = Patches(os.path.join(options.embedder, 'onnx/model_quantized.onnx'))
    states = [torch.load(path) for path in (options.state, options.other) if path]
    state = {name: (sum(each[name].float() for each in states) / len(states)).numpy() for name in states[0]}
    patches.put_types(state['encoder.types'])
    for part in ('weight', 'bias'):
        patches.put(f'embeddings.LayerNorm.{part}', state[f'encoder.norm.{part}'])
    for layer in range(patches.file.layers):
        own = f'encoder.layers.{layer}'
        for matrix, place in MATRICES.items():
            patches.put_matrix(patches.file.matrix(layer, matrix), state[f'{own}.{matrix}.weight'])
            patches.put(f'encoder.layer.{layer}.{place}.bias', state[f'{own}.{matrix}.bias'])
        for norm, place in NORMS.items():
            for part in ('weight', 'bias'):
                patches.put(f'encoder.layer.{layer}.{place}.{part}', state[f'{own}.{norm}.{part}'])
    patches.write(f'{options.language}-reader', state['judge.weight'][0], state['judge.bias'][0])


main()
