#!/usr/bin/python3
"""Annotated windows out of annotations.tsv and the recorded lectures.

Usage: annotations.py ANNOTATIONS.tsv LECTURES OUT.json

LECTURES is the folder in which the recorded lectures lie as SERIES/FILE.srt. OUT
gets windows as in ../shared/golden/windows-dev.json: 150 words with 40 before
and 30 behind. The table alone holds what was heard and what was said, not the
lectures.
"""
import json
import os
import re
import sys

LEAD, LENGTH, TRAIL = 40, 150, 30


def words_of(path):
    out = []
    with open(path, encoding="utf-8-sig") as f:
        for block in re.split(r"\n\s*\n", f.read()):
            lines = block.strip().split("\n")
            if len(lines) > 2:
                out += " ".join(lines[2:]).split()
    return out


def main(table, lectures, out):
    windows, cache = {}, {}
    with open(table, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#"):
                continue
            series, name, at, heard, occurrence, said, kind, certain = line.rstrip("\n").split("\t")
            key = series, name, int(at)
            if key not in windows:
                path = os.path.join(lectures, series, name)
                if path not in cache:
                    cache.clear()
                    cache[path] = words_of(path)
                w, k = cache[path], int(at)
                windows[key] = {"id": f"{series}/{name}:{at}", "series": series, "spans": [],
                                "before": " ".join(w[max(0, k - LEAD) : k]), "text": " ".join(w[k : k + LENGTH]),
                                "after": " ".join(w[k + LENGTH : k + LENGTH + TRAIL])}
            if heard:
                windows[key]["spans"].append({"from": heard, "occurrence": int(occurrence), "to": said, "type": kind,
                                              "certain": certain == "1"})
    with open(out, "w", encoding="utf-8") as f:
        json.dump(list(windows.values()), f, ensure_ascii=False, indent=0)
    print(f"{len(windows)} windows, {sum(len(w['spans']) for w in windows.values())} spans", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
