"""Annotated windows and what `correct --candidates` says of them.

A window is {id, series, before, text, after, spans: [{from, occurrence, to,
type, certain}]}, as in ../shared/golden/windows-dev.json.
"""
import json
import re
import subprocess
import unicodedata

WORDS_A_CUE = 8


def squash(text):
    """Letters only, so that case, spaces and hyphens do not count."""
    return re.sub(r"[^\w']", "", unicodedata.normalize("NFC", text).lower().replace("ṁ", "ṃ"))


def stamp(ms):
    return "%02d:%02d:%02d,%03d" % (ms // 3600000, ms // 60000 % 60, ms // 1000 % 60, ms % 1000)


def as_srt(window):
    cues = []
    for part in ("before", "text", "after"):
        words = window[part].split()
        cues += [" ".join(words[i : i + WORDS_A_CUE]) for i in range(0, len(words), WORDS_A_CUE)]
    return "\n".join(
        f"{n}\n{stamp(3000 * n)} --> {stamp(3000 * n + 2900)}\n{text}\n" for n, text in enumerate(cues, 1)
    )


class Candidate:
    __slots__ = ("first", "n", "to", "form", "heard", "said", "share", "support", "plain", "x", "right")

    def __init__(self, cells):
        self.first, self.n, self.to, self.form, self.heard, self.said = int(cells[1]), int(cells[2]), *cells[3:7]
        self.share, self.support, self.plain = map(float, cells[7:10])
        self.x = [float(c) for c in cells[10:]]
        self.right = None  # True, False, or None: cannot be said


PLAIN, TERM, GARBLED, UNSURE = range(4)


class Window:
    """`words` (text, English sounds, Indian sounds), `garbled` evidence a word,
    `candidates`, `gold` spans as (first, n, span), `state` a word."""

    names = garbled_names = None

    def __init__(self, window, correct):
        self.window = window
        self.words, self.garbled, self.candidates = [], [], []
        run = subprocess.run([*correct, "--candidates"], input=as_srt(window).encode(), stdout=subprocess.PIPE, check=False)
        if run.returncode not in (0, 1):
            raise SystemExit(f"{correct[0]} ended with {run.returncode}")
        for line in run.stdout.decode().splitlines():
            cells = line.split("\t")
            if cells[0] == "word":
                self.words.append(tuple(cells[3:6]))
                self.garbled.append([float(c) for c in cells[6:]])
            elif cells[0] == "cand":
                self.candidates.append(Candidate(cells))
            elif cells[0] == "#word":
                Window.garbled_names = cells[6:]
            elif cells[0] == "#cand":
                Window.names = cells[10:]
        self.place_gold()
        for c in self.candidates:
            c.right = self.judge(c)
        self.mark_states()

    def place_gold(self):
        w = self.window
        tokens = (w["before"] + " " + w["text"] + " " + w["after"]).split()
        lead = len(w["before"].split())
        text, starts, at = " ".join(tokens), [], 0
        for t in tokens:
            starts.append(at)
            at += len(t) + 1
        places, at = [], 0
        for word, _, _ in self.words:
            found = text.find(word, at)
            places.append(found if found >= 0 else at)
            at = found + len(word) if found >= 0 else at
        def words_in(first, n):
            begin, end = starts[first], starts[first + n - 1] + len(tokens[first + n - 1])
            inside = [i for i, p in enumerate(places) if begin <= p < end]
            return (inside[0], len(inside)) if inside else None
        self.core = words_in(lead, len(w["text"].split()))
        self.gold = []
        for s in w["spans"]:
            wanted, seen = s["from"].split(), 0
            body = w["text"].split()
            for i in range(len(body) - len(wanted) + 1):
                if body[i : i + len(wanted)] == wanted:
                    seen += 1
                    if seen == s.get("occurrence", 1):
                        place = words_in(lead + i, len(wanted))
                        if place:
                            self.gold.append((*place, s))
                        break
        self.owner = [None] * len(self.words)
        for first, n, s in self.gold:
            for i in range(first, first + n):
                self.owner[i] = (first, n, s)

    def in_core(self, c):
        return self.core[0] <= c.first and c.first + c.n <= self.core[0] + self.core[1]

    def judge(self, c):
        """Is what the candidate writes what was said there?"""
        if not self.in_core(c):
            return None
        out, i, end = "", c.first, c.first + c.n
        while i < end:
            if self.owner[i] is None:
                out += self.words[i][0]
                i += 1
                continue
            first, n, s = self.owner[i]
            if s["type"] == "verse" or not s.get("certain", True) or not s["to"]:
                return None
            if first == i and first + n <= end:
                out += s["to"]
                i += n
                continue
            if first <= c.first and end <= first + n:
                return self.part_of(c, first, n, s["to"])
            return False
        return squash(out) == squash(c.to)

    @staticmethod
    def part_of(c, first, n, whole):
        """A piece of a longer span is right when it is a piece of what was said."""
        parts = [p for p in re.split(r"[\s-]+", whole) if p]
        piece = squash(c.to)
        if len(piece) < 2:
            return False
        if c.first == first:
            return any(squash("".join(parts[:k])) == piece for k in range(1, len(parts) + 1))
        if c.first + c.n == first + n:
            return any(squash("".join(parts[k:])) == piece for k in range(len(parts)))
        return piece in [squash(p) for p in parts]

    def mark_states(self):
        """What a cutting of the window must do with each word to be right."""
        self.state = [PLAIN] * len(self.words)
        for i in range(len(self.words)):
            if not self.core[0] <= i < self.core[0] + self.core[1]:
                self.state[i] = UNSURE
        for first, n, s in self.gold:
            if s["type"] == "verse" or not s.get("certain", True) or not s["to"]:
                state = UNSURE
            elif any(c.right and c.first == first and c.n == n for c in self.candidates):
                state = TERM
            elif squash(s["from"]) == squash(s["to"]):
                state = UNSURE
            else:
                state = GARBLED
            for i in range(first, first + n):
                self.state[i] = state


def load(paths, correct, without=None):
    out = []
    for path in paths:
        with open(path, encoding="utf-8") as f:
            out += [Window(w, correct) for w in json.load(f) if w.get("series") != without]
    return out
