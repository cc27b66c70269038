# shellcheck shell=sh
# For command tests that need a lexicon whose content stays what it is: makes
# small.lex in the current folder out of a few terms and words, and has the
# tools use it. Sourced, with $SOURCE set.
mkdir english
cat >english/english-words.10 <<'END'
a
after
and
cap
chapter
day
english
first
forty
goon
here
hobby
in
is
line
of
old
on
page
plain
rag
same
seven
text
the
there
three
two
verse
was
why
word
year
END
cat >small.yaml <<'END'
domain: test
defaults: {category: concept, source_authority: test, confidence: 0.95, frequency: common}
entries:
- {original_term: guṇa, variations: [goon na], gloss: quality or strand}
- {original_term: vairāgya, variations: [why rag ya, vairagyam], gloss: dispassion}
- {original_term: Bhagavad Gītā, variations: [bhagwat geeta], is_proper_noun: true, category: text, gloss: the song of the Lord}
- {original_term: Vivekānanda, variations: [vivek ananda], is_proper_noun: true, category: person, gloss: the Swami}
- {original_term: māyā, confidence: 0.3, gloss: appearance}
END
mkdir learned
cp "$SOURCE/tests/data/learned/confusions.tsv" learned/
shodhana lexicon compile -o small.lex --english english --learned learned small.yaml 2>compile.log ||
    { cat compile.log && exit 99; }
SHODHANA_LEXICON=$PWD/small.lex
export SHODHANA_LEXICON
