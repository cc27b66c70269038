"""Corrected lectures as runs of units: a unit is a lower-case word, or a term
of the lexicon as one, written @term.

Reads the cue streams that `shodhana run -O jsonl` writes; used by company.py.
"""
import glob
import json
import os
import re

import numpy as np

TERM = re.compile(r"\s*- \{(?:original_term|term): (?:'((?:[^']|'')*)'|\"([^\"]*)\"|([^,}]*))")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.U)
ENDINGS = ("'s", "s", "ic")


def lexicon_terms(folder):
    """The terms of all lexicon files in a folder."""
    terms = set()
    for path in sorted(glob.glob(os.path.join(folder, "*.yaml"))):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                m = TERM.match(line)
                if m:
                    terms.add((m[1] or m[2] or m[3]).replace("''", "'").strip())
    return terms


class Streams:
    """All lectures of a folder: `names` of the units, `ids` of them in order,
    `files` as (series, file, from, to)."""

    def __init__(self, root, terms, skip=None):
        self.terms = terms
        self.by_lower = {t.lower(): t for t in terms}
        self.index = {}
        self.names = []
        ids = []
        self.files = []
        for folder in sorted(os.listdir(root)):
            if folder == skip:
                continue
            for path in sorted(glob.glob(os.path.join(root, folder, "*"))):
                start = len(ids)
                for unit in self.units_of(path):
                    if unit not in self.index:
                        self.index[unit] = len(self.names)
                        self.names.append(unit)
                    ids.append(self.index[unit])
                self.files.append((folder, os.path.basename(path), start, len(ids)))
        self.ids = np.array(ids, dtype=np.int32)

    def term_of(self, text):
        """The term that a corrected piece is, without its English ending."""
        for t in (text, text.lower()):
            t = t if t in self.terms else self.by_lower.get(t)
            if t:
                return t
        for e in ENDINGS:
            if text.endswith(e):
                stem = text[: -len(e)]
                if stem in self.terms:
                    return stem
                if e == "ic" and stem + "a" in self.terms:
                    return stem + "a"
        return None

    def words(self, text):
        for m in WORD.finditer(text):
            low = m[0].lower().replace("’", "'")
            term = self.term_of(m[0]) if not low.isascii() else None
            yield "@" + term if term else low

    def units_of(self, path):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                cue = json.loads(line)
                if "cue" not in cue:
                    continue
                text, at, grown = cue["text"].encode(), 0, 0
                for e in sorted(cue.get("edits", ()), key=lambda e: e["at"]):
                    start, to = e["at"] + grown, e["to"].encode()
                    yield from self.words(text[at:start].decode("utf-8", "ignore"))
                    term = self.term_of(e["to"].strip()) if e["by"] != "number" else None
                    if term:
                        yield "@" + term
                    else:
                        yield from self.words(e["to"])
                    at = start + len(to)
                    grown += len(to) - e["len"]
                yield from self.words(text[at:].decode("utf-8", "ignore"))
