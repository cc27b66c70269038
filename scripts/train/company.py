#!/usr/bin/python3
"""What stands beside what: words.tsv, terms.tsv and pairs.tsv of lexicons/learned.

Usage: company.py [--without SERIES] CORRECTED LEXICONS OUT

CORRECTED is a folder that `shodhana run -O jsonl` wrote, LEXICONS the folder of
the lexicon files, OUT where the tables go. SERIES, a folder of CORRECTED, is
left out, to measure on it what was not learned from it.

Vectors: positive pointwise mutual information of units within WINDOW units
(contexts smoothed by the power 0.75), cut to 48 dimensions by singular values
(Levy, Goldberg and Dagan 2015, Improving distributional similarity). A context
is the sum of the vectors of REACH units on either side, length 1. A term's
sense is the mean of its contexts in coordinates in which contexts have unit
covariance; how much likelier a context is beside the term is then a linear
discriminant: context . sense - offset.
"""
import os
import sys

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from streams import Streams, lexicon_terms  # noqa: E402

DIMENSIONS, WINDOW, REACH = 48, 30, 25
STOP_WORDS = 150        # the commonest words say nothing of what stands around
WORD_VECTORS = 9000     # most words with a vector
FEWEST_WORD, FEWEST_TERM = 25, 3
FEWEST_SENSE = 4        # contexts that make a sense
FEWEST_COUNT, FEWEST_PAIR = 3, 4
SHRINK = 10.0           # contexts of doubt against a sense
SEED = 20240521


def with_vector(streams, count):
    chosen, words = [], 0
    for i in np.argsort(-count, kind="stable"):
        if streams.names[i].startswith("@"):
            if count[i] >= FEWEST_TERM:
                chosen.append(i)
        else:
            words += 1
            if STOP_WORDS < words <= WORD_VECTORS and count[i] >= FEWEST_WORD:
                chosen.append(i)
    return chosen


def vectors_of(ids, n):
    """Unit vectors from co-occurrence; ids are -1 for units without one."""
    pairs = sp.csr_matrix((n, n), dtype=np.float32)
    for d in range(1, WINDOW + 1):
        a, b = ids[:-d], ids[d:]
        both = (a >= 0) & (b >= 0)
        ones = np.ones(both.sum(), np.float32)
        pairs = pairs + sp.coo_matrix((ones, (a[both], b[both])), shape=(n, n)).tocsr()
    pairs = (pairs + pairs.T).tocoo()
    rows = np.bincount(pairs.row, weights=pairs.data, minlength=n)
    smooth = rows**0.75
    smooth /= smooth.sum()
    pmi = np.log(pairs.data / rows[pairs.row] / smooth[pairs.col])
    positive = pmi > 0
    matrix = sp.coo_matrix((pmi[positive], (pairs.row[positive], pairs.col[positive])), shape=(n, n)).tocsr()
    start = np.random.default_rng(SEED).standard_normal(n)
    u, s, _ = svds(matrix.astype(np.float64), k=DIMENSIONS, v0=start)
    order = np.argsort(-s)
    u, s = u[:, order], s[order]
    u *= np.sign(u[np.abs(u).argmax(axis=0), np.arange(DIMENSIONS)])  # the sign is free: fix it
    v = u * np.sqrt(s)
    return v / (np.linalg.norm(v, axis=1, keepdims=True) + 1e-9)


def hexadecimal(v):
    return np.asarray(v, np.int8).astype(np.uint8).tobytes().hex()


def main(corrected, lexicons, out, skip=None):
    streams = Streams(corrected, lexicon_terms(lexicons), skip)
    ids, names = streams.ids, streams.names
    count = np.bincount(ids, minlength=len(names))
    chosen = with_vector(streams, count)
    slot = -np.ones(len(names), np.int64)
    slot[chosen] = np.arange(len(chosen))
    v = vectors_of(slot[ids], len(chosen))
    weight = 1 / np.sqrt(count[chosen] + 50.0)
    v *= (weight / weight.mean())[:, None]
    v = np.round(v * (127 / np.abs(v).max())).astype(np.int8)
    print(f"{len(ids)} units, {len(names)} different, {len(chosen)} with a vector", file=sys.stderr)

    sums = np.zeros((len(ids) + 1, DIMENSIONS), np.int32)
    np.cumsum(np.where((slot[ids] >= 0)[:, None], v[np.maximum(slot[ids], 0)], 0), axis=0, out=sums[1:], dtype=np.int32)

    def contexts(at):
        lo, hi = np.maximum(at - REACH, 0), np.minimum(at + 1 + REACH, len(ids))
        c = (sums[at] - sums[lo] + sums[hi] - sums[at + 1]).astype(np.float64)
        return c / (np.linalg.norm(c, axis=1, keepdims=True) + 1e-9)

    chance = np.random.default_rng(SEED)
    sample = contexts(chance.integers(0, len(ids), 60000))
    mean = sample.mean(axis=0)
    values, axes = np.linalg.eigh(np.cov((sample - mean).T) + 1e-5 * np.eye(DIMENSIONS))
    whiten = axes @ np.diag(values**-0.5) @ axes.T

    order = np.argsort(ids, kind="stable")
    begin = np.searchsorted(ids[order], np.arange(len(names) + 1))
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "terms.tsv"), "w", encoding="utf-8") as f:
        f.write("# Terms in the recorded lectures: term, count, vector, scale, offset, sense (scripts/train/company.py).\n")
        for name, i in sorted((n, i) for i, n in enumerate(names) if n.startswith("@")):
            vector = hexadecimal(v[slot[i]]) if slot[i] >= 0 else "-"
            at = order[begin[i] : begin[i + 1]]
            if len(at) < FEWEST_SENSE:
                f.write(f"{name[1:]}\t{count[i]}\t{vector}\t0\t0\t-\n")
                continue
            if len(at) > 3000:
                at = chance.choice(at, 3000, replace=False)
            sense = ((contexts(at) - mean) @ whiten).mean(axis=0) * (count[i] / (count[i] + SHRINK))
            direction = whiten @ sense
            scale = np.abs(direction).max() / 127
            offset = mean @ direction + sense @ sense / 2
            f.write(f"{name[1:]}\t{count[i]}\t{vector}\t{scale:.6f}\t{offset:.4f}\t{hexadecimal(np.round(direction / scale))}\n")
    with open(os.path.join(out, "words.tsv"), "w", encoding="utf-8") as f:
        f.write("# Words of the recorded lectures: word, count, vector (scripts/train/company.py). `*` is all of them.\n")
        f.write(f"*\t{len(ids)}\t-\n")
        for name, i in sorted((n, i) for i, n in enumerate(names) if not n.startswith("@") and count[i] >= FEWEST_COUNT):
            f.write(f"{name}\t{count[i]}\t{hexadecimal(v[slot[i]]) if slot[i] >= 0 else '-'}\n")
    key = ids[:-1].astype(np.int64) * len(names) + ids[1:]
    for _, _, _, end in streams.files[:-1]:
        key[end - 1] = -1  # the last word of a file and the first of the next are no neighbours
    found, times = np.unique(key[key >= 0], return_counts=True)
    rows = sorted((names[k // len(names)], names[k % len(names)], n) for k, n in zip(found, times) if n >= FEWEST_PAIR)
    with open(os.path.join(out, "pairs.tsv"), "w", encoding="utf-8") as f:
        f.write("# Units side by side in the recorded lectures: unit, unit, count (scripts/train/company.py).\n")
        f.writelines(f"{a}\t{b}\t{n}\n" for a, b, n in rows)
    print(f"{len(rows)} pairs", file=sys.stderr)


if __name__ == "__main__":
    args = sys.argv[1:]
    skip = None
    if "--without" in args:
        k = args.index("--without")
        skip = args[k + 1]
        del args[k : k + 2]
    if len(args) != 3:
        sys.exit(__doc__)
    main(*args, skip)
