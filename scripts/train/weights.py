#!/usr/bin/python3
"""Weights of the evidence: weights.tsv of lexicons/learned.

Usage: weights.py [--without SERIES] [--test FILE.json]... BIN OUT FILE.json...

FILE.json are annotated windows, BIN the folder of the tools, OUT the table to
write. The weights make the right cutting of each window as likely as can be
among all cuttings (a semi-Markov conditional random field, see
libpipeline/correct/lattice.h), with a Gaussian prior. Then prints how often what
was given a probability was right, on the windows of --test, or on the ones
learned from.
"""
import math
import os
import sys

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import windows as W  # noqa: E402

PRIOR = 2.0        # weight of the Gaussian prior on standardised evidence
HOPELESS = 0.004   # candidates below this in a first, independent guess are left out
ROUNDS = 300
NOTHING = -1e30
# Annotated windows are full of terms; that terms are as much likelier as they are
# more frequent is arithmetic, and nothing that such windows could teach.
FIXED = {"sparse": 1.0}
# Evidence whose sign is known: learned the other way round it fits noise.
NONNEGATIVE = {"sound", "sound_each", "count", "named", "company", "beside", "frequency"}


def log_sum(v):
    top = max(v)
    return top + math.log(sum(math.exp(x - top) for x in v)) if top > NOTHING / 2 else NOTHING


def sweep(n, pieces, z, garbled, state=None):
    """Forward-backward. pieces: (index, first, end, right) in order of end.
    With a state a word only cuttings that are right count. Returns the log of
    the sum, the shares of the pieces and those of the words' being garbled."""
    def alone(t):
        if state is None or state[t] == W.UNSURE:
            return log_sum((0.0, garbled[t]))
        return {W.PLAIN: 0.0, W.GARBLED: garbled[t], W.TERM: NOTHING}[state[t]]
    def may(piece):
        return state is None or piece[3] or all(state[t] == W.UNSURE for t in range(piece[1], piece[2]))
    pieces = [p for p in pieces if may(p)]
    ahead, behind = [NOTHING] * (n + 1), [NOTHING] * (n + 1)
    by_end, by_first = {}, {}
    for p in pieces:
        by_end.setdefault(p[2], []).append(p)
        by_first.setdefault(p[1], []).append(p)
    by_itself = [alone(t) for t in range(n)]
    ahead[0] = behind[n] = 0.0
    for t in range(1, n + 1):
        ahead[t] = log_sum([ahead[t - 1] + by_itself[t - 1]] + [ahead[p[1]] + z[p[0]] for p in by_end.get(t, ())])
    for t in range(n - 1, -1, -1):
        behind[t] = log_sum([behind[t + 1] + by_itself[t]] + [behind[p[2]] + z[p[0]] for p in by_first.get(t, ())])
    total = ahead[n]
    if total < NOTHING / 2:
        return None
    shares = [(p[0], math.exp(min(0.0, ahead[p[1]] + z[p[0]] + behind[p[2]] - total))) for p in pieces]
    lost = np.zeros(n)
    for t in range(n):
        if state is None or state[t] in (W.GARBLED, W.UNSURE):
            lost[t] = math.exp(min(0.0, ahead[t] + garbled[t] + behind[t + 1] - total))
    return total, shares, lost


def independent_guess(x, y):
    """Logistic regression of each candidate by itself, to leave out the hopeless."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    mean[0], spread[0] = 0, 1
    xs = (x - mean) / spread
    def loss(b):
        z = np.clip(xs @ b, -40, 40)
        p = 1 / (1 + np.exp(-z))
        return np.logaddexp(0, z).sum() - z[y].sum() + 1.5 * (b[1:] ** 2).sum(), xs.T @ (p - y) + 3 * np.r_[0, b[1:]]
    b = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    return 1 / (1 + np.exp(-np.clip(xs @ b, -40, 40)))


class Learner:
    def __init__(self, data):
        rows, right = [], []
        for w in data:
            for c in w.candidates:
                if c.right is not None:
                    rows.append(c.x)
                    right.append(c.right)
        x, right = np.array(rows), np.array(right)
        keep = (independent_guess(x, right) > HOPELESS) | right
        self.x = x[keep]
        self.mean, self.spread = self.x.mean(axis=0), self.x.std(axis=0) + 1e-9
        self.mean[0], self.spread[0] = 0, 1
        self.xs = (self.x - self.mean) / self.spread
        self.clusters, lone, k, row = [], [], 0, 0
        for w in data:
            pieces = []
            for c in w.candidates:
                if c.right is None:
                    continue
                if keep[row]:
                    pieces.append((k, c.first, c.first + c.n, c.right))
                    k += 1
                row += 1
            covered = self.add_clusters(pieces, w.state, np.array(w.garbled))
            lone += [(w.garbled[t], w.state[t]) for t in range(len(w.words)) if t not in covered and w.state[t] != W.UNSURE]
        # Words that no candidate covers are cut off by themselves.
        self.lone = np.array([g for g, _ in lone])
        self.lone_garbled = np.array([s == W.GARBLED for _, s in lone])
        print(f"{len(data)} windows, {len(right)} candidates, {int(right.sum())} right, {k} looked at", file=sys.stderr)

    def add_clusters(self, pieces, state, garbled):
        """Cut a window into runs of words that candidates hang together."""
        covered = set()
        for p in pieces:
            covered.update(range(p[1], p[2]))
        inside = {t for p in pieces for t in range(p[1] + 1, p[2])}  # borders that no cutting may use
        t = 0
        while t < len(state):
            if t not in covered:
                t += 1
                continue
            end = t + 1
            while end in inside:
                end += 1
            here = sorted(((i, a - t, b - t, r) for i, a, b, r in pieces if t <= a < end), key=lambda p: (p[2], p[1], p[0]))
            self.clusters.append((end - t, here, state[t:end], garbled[t:end]))
            t = end
        return covered

    def loss(self, b):
        nc = self.x.shape[1]
        z, total, slope = self.xs @ b[:nc], 0.0, np.zeros(len(b))
        change = np.zeros(len(self.xs))
        for n, pieces, state, g in self.clusters:
            garbled = (g @ b[nc:]).tolist()
            every, good = sweep(n, pieces, z, garbled), sweep(n, pieces, z, garbled, state)
            if not good:
                continue
            total += every[0] - good[0]
            for sign, (_, shares, _) in ((1, every), (-1, good)):
                for i, p in shares:
                    change[i] += sign * p
            slope[nc:] += (every[2] - good[2]) @ g
        slope[:nc] = change @ self.xs
        garbled = self.lone @ b[nc:]
        total += np.logaddexp(0, garbled).sum() - garbled[self.lone_garbled].sum()
        slope[nc:] += self.lone.T @ (1 / (1 + np.exp(-garbled)) - self.lone_garbled)
        free = b.copy()
        free[0] = free[nc] = 0
        return total + PRIOR / 2 * (free**2).sum(), slope + PRIOR * free

    def learn(self, names, garbled_names):
        nc = self.x.shape[1]
        start = np.zeros(nc + len(garbled_names))
        start[0], start[nc] = -5, -6
        for i, n in enumerate(names):
            if n in FIXED:
                start[i] = FIXED[n] * self.spread[i]
        bounds = [(start[i], start[i]) if n in FIXED else (0, None) if n in NONNEGATIVE else (None, None) for i, n in enumerate(names)] + [(None, None)] * len(garbled_names)
        found = minimize(self.loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": ROUNDS})
        b = found.x[:nc] / self.spread
        b[0] = found.x[0] - (found.x[1:nc] * self.mean[1:] / self.spread[1:]).sum()
        print(f"loss {found.fun:.1f} after {found.nit} rounds", file=sys.stderr)
        return b, found.x[nc:]


def main(args):
    without, tests = None, []
    while args and args[0].startswith("--"):
        option, value, *args = args
        if option == "--without":
            without = value
        elif option == "--test":
            tests.append(value)
        else:
            sys.exit(__doc__)
    if len(args) < 3:
        sys.exit(__doc__)
    correct = [os.path.join(args[0], "correct"), "-q", "--no-numbers"]
    data = W.load(args[2:], correct, without)
    learner = Learner(data)
    b, g = learner.learn(W.Window.names, W.Window.garbled_names)
    with open(args[1], "w", encoding="utf-8") as out:
        out.write("# Weights of the evidence for a candidate, and that a word is garbled (scripts/train/weights.py).\n")
        for name, value in zip(list(W.Window.names) + list(W.Window.garbled_names), list(b) + list(g)):
            out.write(f"{name}\t{value:.5f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
