#!/usr/bin/env python3
"""Fits weights/<language>-attention.json: whether a passage answers a message (src/retrieval/attention-model.ts).

    npx tsx training/dump-matches.ts MATCHES
    python3 training/attention/train.py MATCHES zh SCORES   # and once more for en

Shops of training/reader/held-out.txt are left out. Needs numpy and PyTorch 1.13 or later; only whoever retrains does.
SCORES receives one JSON line a message of MATCHES: its scores by a model that saw neither its shop nor, for the demo
shop, the message itself, so that what stands on these scores (training/train-answer-model.ts) is trained and measured
on honest ones.
"""
import argparse
import base64
import hashlib
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

COMPARE, COMPARED, JUDGE = 64, 64, 48
DROPOUT = 0.2
EPOCHS = 7
BATCH = 24
LEARNING_RATE = 1.5e-3
WEIGHT_DECAY = 0.02
NEGATIVES = 4
# Right passages are rarer than wrong ones.
POSITIVE_WEIGHT = 2.0
LABEL_SMOOTHING = 0.02
MASKED = -1e4


class Attention(nn.Module):
    """Decomposable attention (Parikh et al. 2016) over frozen token vectors; names are those of the weights file."""

    def __init__(self, dimensions):
        super().__init__()
        self.align = nn.Linear(dimensions, dimensions, bias=False)
        nn.init.eye_(self.align.weight)
        self.temperature = nn.Parameter(torch.tensor(10.0))
        self.pool = nn.Linear(dimensions + 1, 1, bias=False)
        self.compare1 = nn.Linear(4 * dimensions + 2, COMPARE)
        self.compare2 = nn.Linear(COMPARE, COMPARED)
        self.judge1 = nn.Linear(2 * COMPARED + 3, JUDGE)
        self.judge2 = nn.Linear(JUDGE, 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, asked, weights, asked_mask, passage, passage_mask):
        similarity = self.align(asked) @ passage.transpose(1, 2)
        similarity = similarity.masked_fill(~passage_mask[:, None], MASKED)
        nearest = similarity.max(-1).values
        found = (similarity * self.temperature).softmax(-1) @ passage
        own = self.drop(asked)
        joint = [own, found, own * found, (own - found).abs(), nearest[..., None], weights[..., None]]
        compared = F.relu(self.compare1(torch.cat(joint, -1)))
        compared = F.relu(self.compare2(self.drop(compared)))
        share = self.pool(torch.cat([asked, weights[..., None]], -1))[..., 0].masked_fill(~asked_mask, MASKED).softmax(-1)
        there = asked_mask.float()
        pooled = [
            (compared * share[..., None]).sum(1),
            compared.masked_fill(~asked_mask[..., None], MASKED).max(1).values,
            ((nearest * there).sum(1) / there.sum(1))[:, None],
            nearest.masked_fill(~asked_mask, -MASKED).min(1).values[:, None],
            (nearest * share * there).sum(1)[:, None],
        ]
        return self.judge2(self.drop(F.relu(self.judge1(torch.cat(pooled, 1)))))[:, 0]


class Material:
    """The messages of one language with their vectors."""

    def __init__(self, path, language):
        with open(path) as file:
            header = json.loads(file.readline())
            self.messages = [dict(json.loads(line), line=at) for at, line in enumerate(file)]
        with open(os.path.join(os.path.dirname(__file__), '../reader/held-out.txt')) as file:
            held_out = set(file.read().split())
        self.messages = [m for m in self.messages if m['language'] == language and m['shop'] not in held_out]
        self.dimensions, self.space = header['dimensions'], header['spaces'][language]
        self.vectors = np.memmap(path + '.tokens', np.int8, 'r').reshape(-1, self.dimensions)
        promise = [header['features'].index(name) for name in ('contextInstructed', 'article.average')]
        for message in self.messages:
            message['read'] = [tuple(span) if span and span[1] else None for span in message['read']]
            # Harder wrong passages are drawn more often: those that look most like an answer.
            message['promise'] = [10 * sum(row[at] for at in promise) for row in message['rows']]

    def tokens(self, spans):
        longest = max(count for _, count in spans)
        vectors = np.zeros((len(spans), longest, self.dimensions), np.float32)
        mask = np.zeros((len(spans), longest), bool)
        for at, (first, count) in enumerate(spans):
            vectors[at, :count] = self.vectors[first : first + count]
            mask[at, :count] = True
        return torch.from_numpy(vectors / 127), torch.from_numpy(mask)

    def batch(self, pairs):
        asked, asked_mask = self.tokens([tuple(message['asked']) for message, _ in pairs])
        weights = np.zeros(asked_mask.shape, np.float32)
        for at, (message, _) in enumerate(pairs):
            weights[at, : len(message['weights'])] = message['weights']
        passage, passage_mask = self.tokens([message['read'][candidate] for message, candidate in pairs])
        return asked, torch.from_numpy(weights), asked_mask, passage, passage_mask


def fit(material, messages, seed, epochs, quiet=False):
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)
    messages = [m for m in messages if m['asked'][1] and any(m['read'])]
    model = Attention(material.dimensions)
    optimiser = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    steps = epochs * math.ceil(len(messages) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / 100) * max(0, 1 - step / steps))
    for epoch in range(epochs):
        started, total = time.time(), 0
        random.shuffle(messages)
        model.train()
        for start in range(0, len(messages), BATCH):
            pairs = [pair for message in messages[start : start + BATCH] for pair in draw(message)]
            labels = torch.tensor([float(message['relevant'][candidate]) for message, candidate in pairs])
            smooth = labels * (1 - 2 * LABEL_SMOOTHING) + LABEL_SMOOTHING
            weight = torch.where(labels > 0, POSITIVE_WEIGHT, 1.0)
            loss = F.binary_cross_entropy_with_logits(model(*material.batch(pairs)), smooth, weight=weight)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item() * len(messages[start : start + BATCH])
        if not quiet:
            print(f'  epoch {epoch + 1} loss {total / len(messages):.4f} {time.time() - started:.0f} s', flush=True)
    return model.eval()


def draw(message):
    """One right passage, if any, and some wrong ones."""
    read = [at for at, span in enumerate(message['read']) if span]
    right = [at for at in read if message['relevant'][at]]
    wrong = [at for at in read if not message['relevant'][at]]
    wrong.sort(key=lambda at: -message['promise'][at] + np.random.exponential())
    return [(message, at) for at in random.sample(right, min(1, len(right))) + wrong[:NEGATIVES]]


def score(material, model, messages):
    scores = {}
    with torch.no_grad():
        for message in messages:
            read = [at for at, span in enumerate(message['read']) if span]
            if not read or not message['asked'][1]:
                continue
            logits = model(*material.batch([(message, at) for at in read])).tolist()
            scores[message['line']] = dict(zip(read, logits))
    return scores


def fold_of(message, folds):
    """Whole shops stay together; the demo shop's messages are spread."""
    demo = message['shop'].startswith('demo-')
    name = message['shop'] + (message['text'] if demo else '')
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def report(name, messages, scores):
    first, best, labels = [], [], []
    for message in messages:
        own = scores.get(message['line'])
        if not own:
            continue
        top = max(own, key=own.get)
        if any(message['relevant']):
            first.append(message['relevant'][top])
        best.append(own[top])
        labels.append(message['relevant'][top])
    order = np.argsort(best)
    ranks = np.empty(len(best))
    ranks[order] = np.arange(1, len(best) + 1)
    labels = np.array(labels, bool)
    area = (ranks[labels].sum() - labels.sum() * (labels.sum() + 1) / 2) / (labels.sum() * (~labels).sum())
    print(f'{name}: right passage first {np.mean(first):.3f}, area under the curve {area:.3f}', flush=True)


def write(path, model, material):
    parameters = {
        name: base64.b64encode(value.detach().numpy().astype('<f4').tobytes()).decode()
        for name, value in model.named_parameters()
        if name != 'temperature'
    }
    content = {
        'space': material.space,
        'dimensions': material.dimensions,
        'temperature': round(model.temperature.item(), 6),
        'parameters': parameters,
    }
    with open(path, 'w') as file:
        json.dump(content, file)
        file.write('\n')


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('matches')
    arguments.add_argument('language', choices=['zh', 'en'])
    arguments.add_argument('scores')
    arguments.add_argument('--folds', type=int, default=2)
    arguments.add_argument('--epochs', type=int, default=EPOCHS)
    arguments.add_argument('--only-first-fold', action='store_true', help='a quick look, writes no weights')
    options = arguments.parse_args()
    material = Material(options.matches, options.language)
    fold = {m['line']: fold_of(m, options.folds) for m in material.messages}
    scores = {}
    for held_out in range(options.folds):
        seen = [m for m in material.messages if fold[m['line']] != held_out]
        unseen = [m for m in material.messages if fold[m['line']] == held_out]
        found = score(material, fit(material, seen, held_out, options.epochs), unseen)
        scores.update(found)
        report(f'fold {held_out} shops', [m for m in unseen if not m['shop'].startswith('demo-')], found)
        report(f'fold {held_out} demo', [m for m in unseen if m['shop'].startswith('demo-')], found)
        if options.only_first_fold:
            return
    with open(options.scores, 'w') as file:
        for message in material.messages:
            own = scores.get(message['line'], {})
            line = [round(own[at], 4) if at in own else None for at in range(len(message['relevant']))]
            file.write(json.dumps({'line': message['line'], 'scores': line}) + '\n')
    write(f'weights/{options.language}-attention.json', fit(material, material.messages, 0, options.epochs), material)


main()
