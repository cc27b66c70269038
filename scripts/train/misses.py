#!/usr/bin/python3
"""What is still missed on annotated windows, by cause.

Usage: misses.py BIN LEXICONS FILE.json... [-- OPTIONS OF correct]

For each span that is wrong as it stands and is not put right: is its term in no
lexicon (`not in lexicon`), was it never a candidate (`not heard`), or was
something else, or nothing, chosen (`not believed`, with the probability that the
right one had)? Prints a table by difficulty, then a reliability table, then the
rows. Difficulty: `plain` differs from the term in nothing but diacritics and the
usual romanisations, `one word` and `many words` are garbles.
"""
import os
import re
import sys
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import windows as W  # noqa: E402
from streams import lexicon_terms  # noqa: E402

APPLY_AT, ODDS = 0.35, 1.5


def fold(text):
    import unicodedata
    text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    for a, b in (("sh", "s"), ("ch", "c"), ("w", "v"), ("aa", "a"), ("ee", "i"), ("oo", "u"), ("ri", "r"), ("ru", "r"),
                 ("y", "i"), ("m", "n"), ("h", ""), ("x", "ks")):
        text = text.replace(a, b)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", text)).rstrip("a")


def difficulty(span):
    if fold(span["from"]) == fold(span["to"]):
        return "plain"
    return "one word" if len(span["from"].split()) == 1 else "many words"


def chosen(window, apply_at=APPLY_AT, odds=ODDS):
    """As lp_decide picks what is applied."""
    able = [c for c in window.candidates if c.support >= apply_at and c.support >= odds * c.plain]
    able.sort(key=lambda c: (c.first + c.n, c.first))
    best, back = [0.0], []
    for k, c in enumerate(able):
        j = sum(1 for o in able[:k] if o.first + o.n <= c.first)
        while j > 0 and able[j - 1].first + able[j - 1].n > c.first:
            j -= 1
        gain = best[j] + (1 + 0.1 * (c.n - 1)) * c.support
        best.append(max(gain, best[-1]))
        back.append((gain > best[-2], j))
    out, k = [], len(able)
    while k > 0:
        take, j = back[k - 1]
        if take:
            out.append(able[k - 1])
            k = j
        else:
            k -= 1
    return out


def in_lexicon(terms, text):
    key = W.squash(text)
    return any(k in terms for k in (key, key.removesuffix("s"), key.removesuffix("'s"), key.removesuffix("ic") + "a"))


def main(args):
    options = []
    if "--" in args:
        k = args.index("--")
        args, options = args[:k], args[k + 1 :]
    if len(args) < 3:
        sys.exit(__doc__)
    terms = {W.squash(t) for t in lexicon_terms(args[1])}
    data = W.load(args[2:], [os.path.join(args[0], "correct"), "-q", *options])
    table, rows, bins = Counter(), [], {}
    for w in data:
        picked = chosen(w)
        for c in w.candidates:
            if c.right is not None and c.support >= 0.05:
                b = bins.setdefault(min(int(c.support * 10), 9), [0, 0, 0.0])
                b[0] += 1
                b[1] += c.right
                b[2] += c.support
        for first, n, s in w.gold:
            if s["type"] == "verse" or not s.get("certain", True) or not s["to"]:
                continue
            if W.squash(s["from"]) == W.squash(s["to"]):
                continue
            kind = difficulty(s)
            over = [c for c in picked if c.first < first + n and first < c.first + c.n]
            text = "".join(c.to for c in sorted(over, key=lambda c: c.first))
            whole = over and min(c.first for c in over) <= first and max(c.first + c.n for c in over) >= first + n
            if whole and all(c.right for c in over) and (len(over) == 1 or W.squash(text) == W.squash(s["to"])):
                table[kind, "put right"] += 1
                continue
            exact = [c for c in w.candidates if c.right and c.first == first and c.n == n]
            if exact:
                cause = "not believed"
            else:
                cause = "not heard" if in_lexicon(terms, s["to"]) else "not in lexicon"
            table[kind, cause] += 1
            best = max((c.support for c in exact), default=0.0)
            rows.append((cause, kind, w.window["id"], s["from"], s["to"], f"{best:.2f}", " + ".join(c.to for c in over)))
    causes = ("put right", "not believed", "not heard", "not in lexicon")
    print("\t".join(("difficulty", "spans", *causes)))
    for kind in ("plain", "one word", "many words"):
        n = sum(table[kind, c] for c in causes)
        print("\t".join((kind, str(n), *(f"{table[kind, c]} ({100 * table[kind, c] / max(n, 1):.0f}%)" for c in causes))))
    print("\nconfidence\tcandidates\tmean\tright")
    for k, (n, right, total) in sorted(bins.items()):
        print(f"{k / 10:.1f}\t{n}\t{total / n:.2f}\t{right / n:.2f}")
    print()
    for row in sorted(rows):
        print("\t".join(row))


if __name__ == "__main__":
    main(sys.argv[1:])
