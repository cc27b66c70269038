#!/usr/bin/python3
"""How sounds are misheard: confusions.tsv of lexicons/learned.

Usage: channel.py [--without SERIES] BIN OUT FILE.json...

FILE.json are annotated windows, BIN the folder of the tools, OUT the table to
write. A memoryless transducer turns the phones of what was said into those of
what was heard: a phone is kept, changed, lost, or one is put in; the last phone
of all has a chance of its own to be lost. Its probabilities are learned by
expectation-maximisation (Ristad and Yianilos 1998, Learning string-edit
distance), starting from nothing but what kind of sound each is, and smoothed by
that. Of the readings of what was heard the likelier one counts. Noise is how
often a phone is heard at all.
"""
import math
import os
import sys
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import windows as W  # noqa: E402

PHONES = "aAiIuUeEokgcjTDtdpbnmyrlvsSzfh"
K = len(PHONES)
INDEX = {p: i for i, p in enumerate(PHONES)}
VOWELS = set("aAiIuUeEo")
# Sounds of one kind are taken for each other more easily, to begin with.
KINDS = ("aAeEoiI", "iIeEy", "uUov", "kg", "cjSsz", "TDtdr", "pbvf", "nm", "rl", "h")
ROUNDS, SMOOTH = 8, 6.0
PLAIN_WEIGHT = 0.15     # pairs that are plain spelling teach what is heard right, not what is misheard
OUTLIER, OUTLIER_WEIGHT = -3.2, 0.1  # nats a phone below which a pair is hardly a mishearing of that
MISHEARING = 0.5        # surcharge of a known mishearing
LETTERS = [("m̐", "n"), ("jñ", "gy"), ("kh", "kh"), ("gh", "gh"), ("ch", "ch"), ("jh", "jh"), ("ṭh", "Th"), ("ḍh", "Dh"),
           ("th", "th"), ("dh", "dh"), ("ph", "ph"), ("bh", "bh"), ("ā", "A"), ("ī", "I"), ("ū", "U"), ("ṛ", "ri"),
           ("ṝ", "rI"), ("ḷ", "lri"), ("ṅ", "n"), ("ñ", "n"), ("ṭ", "T"), ("ḍ", "D"), ("ṇ", "n"), ("ś", "S"), ("ṣ", "S"),
           ("ḥ", "h"), ("x", "ks"), ("q", "k"), ("w", "v")] + [(c, c) for c in "aiueokgcjtdpbnmyrlvshzf"]


def joined(phones):
    """Doubled consonants are one, as in libpipeline/language/phones.c."""
    out = ""
    for p in phones:
        if not (out and out[-1] == p and p not in VOWELS):
            out += p
    return out


def said(iast):
    text, out, i = iast.lower(), "", 0
    while i < len(text):
        if text[i] == "ṃ":
            out += "m" if text[i + 1 : i + 2] in ("", " ", "p", "b", "m", "v", "h") else "n"
            i += 1
            continue
        for letters, phones in LETTERS:
            if text.startswith(letters, i):
                out += phones
                i += len(letters)
                break
        else:
            i += 1
    return joined(out)




def pairs(data):
    out, noise = [], Counter()
    for w in data:
        for _, english, _ in w.words:
            noise.update(english)
        for first, n, s in w.gold:
            if not s.get("certain", True) or not s["to"]:
                continue
            words = w.words[first : first + n]
            readings = {joined("".join(x[1] for x in words)), joined("".join(x[2] for x in words))}
            to = said(s["to"])
            if not to or len(to) > 40 or not all(0 < len(r) <= 40 for r in readings):
                continue
            plain = "".join(c for c in said(s["to"]) if c != "h").lower().rstrip("a")
            same = any("".join(c for c in r if c != "h").lower().rstrip("a") == plain for r in readings)
            out.append(([[INDEX[p] for p in r] for r in sorted(readings)], [INDEX[p] for p in to], PLAIN_WEIGHT if same else 1.0))
    total = sum(noise[p] + 1 for p in PHONES)
    return out, [(noise[p] + 1) / total for p in PHONES]


class Channel:
    def __init__(self):
        def near(h, s):
            if h == s:
                return 1.0
            if any(PHONES[h] in k and PHONES[s] in k for k in KINDS):
                return 0.06
            return 0.01 if (PHONES[h] in VOWELS) == (PHONES[s] in VOWELS) else 0.002
        self.p = []
        for s in range(K):
            row = [near(h, s) for h in range(K)] + [0.08 if PHONES[s] in VOWELS or PHONES[s] in "hyr" else 0.03]
            self.p.append([x / sum(row) for x in row])
        self.lost_last = [0.3 if PHONES[s] in "ah" else 0.08 for s in range(K)]
        self.put = 0.08
        put = [3.0 if PHONES[h] in "arh" else 1.0 for h in range(K)]
        self.put_in = [x / sum(put) for x in put]
        self.prior = ([r[:] for r in self.p], self.lost_last[:], self.put_in[:])

    def step(self, s, last):
        """Probability of losing said phone s, and what the others are multiplied by."""
        if last:
            return self.lost_last[s], (1 - self.lost_last[s]) / (1 - self.p[s][K])
        return self.p[s][K], 1.0

    def tables(self, h, s):
        n, k, go = len(h), len(s), 1 - self.put
        put = [self.put * self.put_in[x] for x in h]
        f = [[0.0] * (n + 1) for _ in range(k + 1)]
        f[0][0] = 1.0
        for j in range(k + 1):
            if j:
                lost, kept = self.step(s[j - 1], j == k)
                row = self.p[s[j - 1]]
            for i in range(n + 1):
                v = f[j][i]
                if j:
                    v += f[j - 1][i] * lost * go
                    if i:
                        v += f[j - 1][i - 1] * row[h[i - 1]] * kept * go
                if i:
                    v += f[j][i - 1] * put[i - 1]
                f[j][i] = v
        b = [[0.0] * (n + 1) for _ in range(k + 1)]
        b[k][n] = 1.0
        for j in range(k, -1, -1):
            if j < k:
                lost, kept = self.step(s[j], j + 1 == k)
                row = self.p[s[j]]
            for i in range(n, -1, -1):
                v = b[j][i]
                if i < n:
                    v += b[j][i + 1] * put[i]
                if j < k:
                    v += b[j + 1][i] * lost * go
                    if i < n:
                        v += b[j + 1][i + 1] * row[h[i]] * kept * go
                b[j][i] = v
        return f, b

    def learn(self, data):
        prior_p, prior_last, prior_put = self.prior
        for round_ in range(ROUNDS):
            p = [[SMOOTH * x for x in r] for r in prior_p]
            last = [[2 * x, 2 * (1 - x)] for x in prior_last]
            put, n_put, n_go, total = [4 * x for x in prior_put], 1.0, 12.0, 0.0
            for readings, s, weight in data:
                best = max((self.tables(h, s) + (h,) for h in readings), key=lambda t: t[0][-1][-1])
                f, b, h = best
                z = f[-1][-1]
                if z <= 0:
                    continue
                total += math.log(z)
                w = weight * (1 if math.log(z) / max(len(s), len(h)) > OUTLIER else OUTLIER_WEIGHT) / z
                n, k, go = len(h), len(s), 1 - self.put
                for j in range(k + 1):
                    if j < k:
                        lost, kept = self.step(s[j], j + 1 == k)
                    for i in range(n + 1):
                        if not f[j][i]:
                            continue
                        if i < n:
                            g = f[j][i] * self.put * self.put_in[h[i]] * b[j][i + 1] * w
                            put[h[i]] += g
                            n_put += g
                        if j < k:
                            g = f[j][i] * lost * go * b[j + 1][i] * w
                            n_go += g
                            if j + 1 == k:
                                last[s[j]][0] += g
                            else:
                                p[s[j]][K] += g
                            if i < n:
                                g = f[j][i] * self.p[s[j]][h[i]] * kept * go * b[j + 1][i + 1] * w
                                n_go += g
                                p[s[j]][h[i]] += g
                                if j + 1 == k:
                                    last[s[j]][1] += g
            self.p = [[x / sum(r) for x in r] for r in p]
            self.lost_last = [a / (a + c) for a, c in last]
            self.put_in = [x / sum(put) for x in put]
            self.put = n_put / (n_put + n_go)
            print(f"round {round_ + 1}: {total / len(data):.3f} nats a pair", file=sys.stderr)

    def write(self, path, noise):
        go = -math.log(1 - self.put)
        def nats(p):
            return min(20.0, -math.log(max(p, 1e-9)))
        with open(path, "w", encoding="utf-8") as f:
            f.write("# How sounds are misheard, in nats: kind, heard, said, cost (scripts/train/channel.py).\n")
            for s in range(K):
                for h in range(K):
                    f.write(f"sub\t{PHONES[h]}\t{PHONES[s]}\t{nats(self.p[s][h]) + go:.3f}\n")
                f.write(f"drop\t-\t{PHONES[s]}\t{nats(self.p[s][K]) + go:.3f}\n")
                f.write(f"end\t-\t{PHONES[s]}\t{nats(self.lost_last[s]) + go:.3f}\n")
            for h in range(K):
                f.write(f"add\t{PHONES[h]}\t-\t{nats(self.put * self.put_in[h]):.3f}\n")
                f.write(f"noise\t{PHONES[h]}\t-\t{nats(noise[h]):.3f}\n")
            f.write(f"heard\t-\t-\t{MISHEARING:.3f}\n")


def main(args):
    without = None
    if args[:1] == ["--without"]:
        without, args = args[1], args[2:]
    if len(args) < 3:
        sys.exit(__doc__)
    data = W.load(args[2:], [os.path.join(args[0], "correct"), "-q", "--no-numbers"], without)
    learnt, noise = pairs(data)
    print(f"{len(learnt)} pairs", file=sys.stderr)
    channel = Channel()
    channel.learn(learnt)
    channel.write(args[1], noise)


if __name__ == "__main__":
    main(sys.argv[1:])
