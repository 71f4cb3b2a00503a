#!/usr/bin/env python3
"""Trains the reader further from the embedder's weights: whether a passage answers a message, both read together.

    npx tsx training/dump-matches.ts MATCHES
    python3 training/reader/train.py MATCHES zh EMBEDDER_FOLDER STATE      # and once more for en
    python3 training/reader/export.py EMBEDDER_FOLDER STATE zh
    npx tsx training/fit-reading-model.ts

EMBEDDER_FOLDER is the model's folder in the cache (`xiaoer models list`). Shops of held-out.txt are left out; their right
passage first and area under the curve are printed at the end. Needs numpy, onnx, scikit-learn and PyTorch 1.13 or later;
only whoever retrains does. Two epochs take half an hour a language on one core with bfloat16 instructions.
"""
import argparse
import copy
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score

from encoder import HEADS, Encoder, WordPiece

WEIGHT_DECAY = 0.02
# Tokens a batch, padding included.
BATCH = 3600
NEGATIVES = 2
# Right passages are rarer than wrong ones.
POSITIVE_WEIGHT = 2.0
LABEL_SMOOTHING = 0.02
# Longest parts, in tokens; src/adapters/transformers/pair-tokens.js lays pairs out in the same way.
QUESTION, PASSAGE, HEAD, SAMPLE = 48, 88, 40, 24
# How many of the most promising candidates are read in the end.
READ = 2


class Reader(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = Encoder(os.path.join(folder, 'onnx/model_quantized.onnx'), HEADS[os.path.basename(os.path.normpath(folder))])
        self.judge = nn.Linear(self.encoder.words.shape[1], 1)
        nn.init.zeros_(self.judge.bias)
        nn.init.normal_(self.judge.weight, std=0.02)

    def forward(self, ids, types, mask):
        return self.judge(self.encoder(ids, types, mask)[:, 0])[:, 0]


class Material:
    """The messages of one language with the passages worth reading, in tokens."""

    def __init__(self, path, language, pieces):
        self.pieces, self.language = pieces, language
        self.opening, self.separator = (pieces.vocabulary[mark] for mark in ('[CLS]', '[SEP]'))
        self.messages, self.asked, self.grams = [], {}, {}
        with open(path) as file:
            names = json.loads(file.readline())['features']
            promise = [names.index(name) for name in ('contextInstructed', 'article.average')]
            for line in file:
                message = json.loads(line)
                if message['language'] != language or not any(message['texts']):
                    continue
                # Harder wrong passages are drawn more often: those that look most like an answer.
                message['promise'] = [sum(row[at] for at in promise) for row in message['rows']]
                self.messages.append(message)
                for text, relevant in zip(message['texts'], message['relevant']):
                    if text and relevant:
                        self.asked.setdefault((message['shop'], text['article']), set()).add(message['meant'])

    def pair(self, message, candidate, training=False):
        asked = self.question(message['meant'])
        passage = self.passage(message, message['texts'][candidate], training)
        return asked + passage, [0] * len(asked) + [1] * len(passage)

    def question(self, text):
        ids = self.pieces.ids(text)
        kept = ids if len(ids) <= QUESTION else ids[: QUESTION // 2] + ids[-QUESTION // 2 :]
        return [self.opening, *kept, self.separator]

    def passage(self, message, text, training):
        sample = self.sample_question(message, text, training)
        heading = [self.separator, *self.pieces.ids(text['heading'])] if text.get('heading') else []
        start = (self.pieces.ids(text['title']) + heading)[:HEAD]
        start += ([self.separator] + self.pieces.ids(sample)[:SAMPLE] if sample else []) + [self.separator]
        if text['best'] < 0:
            return start
        said = around([self.pieces.ids(sentence) for sentence in text['sentences']], text['best'], PASSAGE - len(start))
        return (start + said)[:PASSAGE] + [self.separator]

    def sample_question(self, message, text, training):
        """The shop's own, or in training half of the time what else was asked of the article, as an editor would add it."""
        if text.get('sampleQuestion') or not training or random.random() < 0.5:
            return text.get('sampleQuestion')
        others = sorted(self.asked.get((message['shop'], text['article']), set()) - {message['meant']})
        if not others:
            return None
        own = self.grams_of(message['meant'])
        alike = lambda other: len(own & self.grams_of(other)) / (len(own | self.grams_of(other)) or 1)
        return max(random.sample(others, min(8, len(others))), key=alike)

    def grams_of(self, text):
        if text not in self.grams:
            units = text if self.language == 'zh' else text.split()
            self.grams[text] = set(units) | {''.join(units[at : at + 2]) for at in range(len(units) - 1)}
        return self.grams[text]

    def batches(self, messages):
        """Pairs of about the same length together."""
        drawn = [(message, at) for message in messages for at in draw(message)]
        pairs = [(self.pair(message, at, True), float(message['relevant'][at])) for message, at in drawn]
        random.shuffle(pairs)
        batches = []
        for start in range(0, len(pairs), 2000):
            batch = []
            for pair in sorted(pairs[start : start + 2000], key=lambda pair: len(pair[0][0])):
                if batch and (len(batch) + 1) * len(pair[0][0]) > BATCH:
                    batches.append(batch)
                    batch = []
                batch.append(pair)
            batches.append(batch)
        random.shuffle(batches)
        return batches


def around(sentences, best, room):
    """As many sentences next to the best one as fit, those behind it first."""
    first = last = best
    size, grown = len(sentences[best]), True
    fits = lambda at: 0 <= at < len(sentences) and size + len(sentences[at]) <= room
    while grown:
        grown = False
        if fits(last + 1):
            last += 1
            size += len(sentences[last])
            grown = True
        if fits(first - 1):
            first -= 1
            size += len(sentences[first])
            grown = True
    return [token for sentence in sentences[first : last + 1] for token in sentence]


def draw(message):
    """One right passage, if any, and the most misleading wrong ones, with some luck."""
    read = [at for at, text in enumerate(message['texts']) if text]
    right = [at for at in read if message['relevant'][at]]
    wrong = sorted((at for at in read if not message['relevant'][at]), key=lambda at: -10 * message['promise'][at] - np.random.gumbel())
    return random.sample(right, min(1, len(right))) + wrong[:NEGATIVES]


def collate(pairs):
    longest = max(len(ids) for ids, _ in pairs)
    ids, types = (torch.zeros(len(pairs), longest, dtype=torch.long) for _ in range(2))
    mask = torch.zeros(len(pairs), longest, dtype=torch.bool)
    for at, (tokens, kinds) in enumerate(pairs):
        ids[at, : len(tokens)], types[at, : len(kinds)], mask[at, : len(tokens)] = torch.tensor(tokens), torch.tensor(kinds), True
    return ids, types, mask


def fit(material, messages, options):
    """Arithmetic in bfloat16, which these processors do four times as fast; sums of gradients stay in 32 bits."""
    exact = Reader(options.embedder)
    if options.start:
        exact.load_state_dict(torch.load(options.start))
    live = copy.deepcopy(exact).to(torch.bfloat16).train()
    for layer in live.encoder.layers:
        layer.drop.p = 0.0
    parameters = lambda model: [parameter for parameter in model.parameters() if parameter.requires_grad]
    pairs = list(zip(parameters(exact), parameters(live)))
    decayed = [parameter for parameter, _ in pairs if parameter.dim() > 1]
    plain = [parameter for parameter, _ in pairs if parameter.dim() <= 1]
    groups = [{'params': decayed, 'weight_decay': WEIGHT_DECAY}, {'params': plain, 'weight_decay': 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=options.rate)
    batches = material.batches(messages)
    steps = int(options.epochs * len(batches))
    falling = lambda step: options.end + (1 - options.end) * max(0, 1 - step / steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / (0.1 * steps)) * falling(step))
    averaged, counted = [torch.zeros_like(own) for own, _ in pairs], 0
    step = 0
    for epoch in range(math.ceil(options.epochs)):
        started, total = time.time(), 0
        for batch in (batches if epoch == 0 else material.batches(messages))[: steps - step]:
            step += 1
            labels = torch.tensor([label for _, label in batch])
            smooth = labels * (1 - 2 * LABEL_SMOOTHING) + LABEL_SMOOTHING
            weight = torch.where(labels > 0, POSITIVE_WEIGHT, 1.0)
            logits = live(*collate([pair for pair, _ in batch])).float()
            loss = F.binary_cross_entropy_with_logits(logits, smooth, weight=weight)
            live.zero_grad(set_to_none=True)
            loss.backward()
            for own, other in pairs:
                own.grad = other.grad.float()
            nn.utils.clip_grad_norm_([own for own, _ in pairs], 1.0)
            optimiser.step()
            schedule.step()
            with torch.no_grad():
                for own, other in pairs:
                    other.copy_(own)
                if step > steps * (1 - options.average):
                    counted += 1
                    for mean, (own, _) in zip(averaged, pairs):
                        mean += (own - mean) / counted
            total += loss.item()
        print(f'epoch {epoch + 1} loss {total / len(batches):.4f} {time.time() - started:.0f} s', flush=True)
    if counted:
        with torch.no_grad():
            for mean, (own, _) in zip(averaged, pairs):
                own.copy_(mean)
    return exact.eval()


def report(material, model, messages):
    first, best, labels = [], [], []
    with torch.no_grad():
        for message in messages:
            read = sorted((at for at, text in enumerate(message['texts']) if text), key=lambda at: -message['promise'][at])[:READ]
            scores = model(*collate([material.pair(message, at) for at in read])).tolist()
            top = int(np.argmax(scores))
            if any(message['relevant']):
                first.append(message['relevant'][read[top]])
            best.append(scores[top])
            labels.append(message['relevant'][read[top]])
    print(f'held out: right passage first {np.mean(first):.3f}, area under the curve {roc_auc_score(labels, best):.3f}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('matches')
    parser.add_argument('language', choices=['zh', 'en'])
    parser.add_argument('embedder')
    parser.add_argument('state')
    parser.add_argument('--epochs', type=float, default=2)
    parser.add_argument('--rate', type=float, default=1e-4, help='learning rate')
    parser.add_argument('--end', type=float, default=0, help='share of the rate that is left at the end')
    parser.add_argument('--average', type=float, default=0, help='last part of the steps whose weights are averaged')
    parser.add_argument('--start', help='a state to go on from')
    options = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    np.random.seed(0)
    with open(os.path.join(os.path.dirname(__file__), 'held-out.txt')) as file:
        held_out = set(file.read().split())
    material = Material(options.matches, options.language, WordPiece(os.path.join(options.embedder, 'tokenizer.json')))
    seen = [message for message in material.messages if message['shop'] not in held_out]
    model = fit(material, seen, options)
    torch.save(model.state_dict(), options.state)
    unseen = [message for message in material.messages if message['shop'] in held_out]
    if unseen:
        report(material, model, unseen)


if __name__ == '__main__':
    main()
