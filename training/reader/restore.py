#!/usr/bin/env python3
"""Turns the reader that ships back into a state from which training goes on (8 bits a weight are all that is left of it).

    python3 training/reader/restore.py EMBEDDER_FOLDER zh STATE
    python3 training/reader/train.py MATCHES zh EMBEDDER_FOLDER NEW_STATE --start STATE
"""
import argparse
import hashlib
import io
import json
import os

import torch

from encoder import HEADS, Encoder
from train import Reader


def patched(embedder, name):
    """The embedder's ONNX file with the reader's bytes in their places, and what the reader's head is."""
    with open(f'weights/{name}.json') as file:
        described = json.load(file)
    with open(os.path.join(embedder, 'onnx/model_quantized.onnx'), 'rb') as file:
        content = bytearray(file.read())
    with open(f'weights/{name}.bin', 'rb') as file:
        for at, length in described['patches']:
            content[at : at + length] = file.read(length)
    if hashlib.sha256(content).hexdigest() != described['sha256']:
        raise ValueError(f'weights/{name}.bin does not belong to the model in {embedder}')
    return bytes(content), described


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('embedder')
    parser.add_argument('language', choices=['zh', 'en'])
    parser.add_argument('state')
    options = parser.parse_args()
    content, described = patched(options.embedder, f'{options.language}-reader')
    model = Reader(options.embedder)
    model.encoder = Encoder(io.BytesIO(content), HEADS[os.path.basename(os.path.normpath(options.embedder))])
    with torch.no_grad():
        model.judge.weight.copy_(torch.tensor([described['head']]))
        model.judge.bias.copy_(torch.tensor([described['intercept']]))
    torch.save(model.state_dict(), options.state)


main()
