#!/usr/bin/env python3
"""Fits weights/zh-question-space.json: in which directions of meaning questions differ (src/retrieval/question-space.ts).

    npx tsx training/dump-paraphrases.ts PARAPHRASES
    python3 training/paraphrases/train.py PARAPHRASES weights/zh-question-space.json

Every question is to be nearer to each of its paraphrases than to all questions that ask something else, about the same
subject or the same about another (InfoNCE over the whole corpus). What is learned is a correction W of frozen sentence
vectors x, x + xW, of which the 64 strongest directions are kept. Needs numpy and PyTorch 1.13 or later.
"""
import base64
import json
import sys

import numpy as np
import torch
import torch.nn.functional as F

TEMPERATURE = 0.2
EPOCHS = 4
LEARNING_RATE = 3e-4
BATCH = 256
RANK = 64


def read(path):
    with open(path, encoding="utf-8") as lines:
        head, *rows = map(json.loads, lines)
    vectors = np.stack([np.frombuffer(base64.b64decode(row["vector"]), "<f4") for row in rows])
    meanings = {meaning: at for at, meaning in enumerate(sorted({row["meaning"] for row in rows}))}
    return head, torch.from_numpy(vectors), torch.tensor([meanings[row["meaning"]] for row in rows])


def fit(vectors, meanings):
    torch.manual_seed(0)
    correction = torch.zeros(vectors.shape[1], vectors.shape[1], requires_grad=True)
    optimizer = torch.optim.Adam([correction], LEARNING_RATE)
    for epoch in range(EPOCHS):
        for batch in torch.randperm(len(vectors)).split(BATCH):
            corrected = F.normalize(vectors + vectors @ correction, dim=1)
            similarity = corrected[batch] @ corrected.T / TEMPERATURE
            same = meanings[batch][:, None] == meanings[None]
            paraphrase = same & (batch[:, None] != torch.arange(len(vectors))[None])
            others = torch.logsumexp(similarity.masked_fill(same, -1e4), 1, keepdim=True)
            missed = (torch.logaddexp(others, similarity) - similarity) * paraphrase
            loss = (missed.sum(1) / paraphrase.sum(1).clamp(min=1)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(f"epoch {epoch + 1}: {loss.item():.4f}", flush=True)
    return correction.detach().numpy()


def text(array):
    return base64.b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def main():
    source, target = sys.argv[1:]
    head, vectors, meanings = read(source)
    left, strength, right = np.linalg.svd(fit(vectors, meanings))
    root = np.sqrt(strength[:RANK])
    file = {
        "model": head["model"],
        "dimensions": head["dimensions"],
        "rank": RANK,
        "inwards": text((left[:, :RANK] * root).T),
        "outwards": text(right[:RANK] * root[:, None]),
    }
    with open(target, "w", encoding="utf-8") as out:
        json.dump(file, out)


main()
