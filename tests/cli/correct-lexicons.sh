# --lexicon with lexicons as people write them: laid over the compiled one, more
# than one, of any form; what is wrong in one is named with its line.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:04,000\nthe good us tha of why rag ya and kutastha, goonas of om prakash\n' > talk.srt
text() { correct -O txt "$@" talk.srt; }
text
cat > mine.yaml <<'END'
entries:
- {original_term: kutastha, transliteration: kūṭastha, variations: [good us tha], meaning: changeless, difficulty_level: advanced}
END
printf 'term\tvariations\nguṇa\tgoona|goon na\n' > mine.tsv
printf 'Om Prakāśa # a friend\n' > mine.txt
printf '[Page001-1]\n<L>1<pc>1,1<k1>vijYAnamaya<k2>vijYAna-maya\n{#x#}¦ made of knowledge\n<LEND>\n' > mw.txt
text --lexicon mine.yaml
text --lexicon mine.yaml --lexicon mine.tsv --lexicon mine.txt --lexicon mw.txt
text --lexicon mine.tsv --lexicon small.lex --lexicon mine.yaml
correct --lexicon mine.yaml --explain talk.srt | sed 's/ [01]\.[0-9][0-9]  / C  /'
text -m emergency --lexicon mine.yaml
shodhana lexicon lookup --lexicon mine.yaml good us tha; echo "$?"
shodhana lexicon stats --lexicon mine.yaml --lexicon mine.tsv | sed 1d
# In a run, by option and by settings: the same.
mkdir in settings
cp talk.srt in/
cp mine.* settings/
printf 'correct:\n  lexicon: [mine.yaml, mine.tsv]\n' > settings/run.yaml
correct --lexicon mine.yaml --lexicon mine.tsv talk.srt > want.srt
shodhana run -q --config settings/run.yaml in out > log; cmp want.srt out/talk.srt
shodhana run -q --lexicon mine.yaml --lexicon mine.tsv in two > log; cmp want.srt two/talk.srt
# The command line goes before the settings.
shodhana run -q --config settings/run.yaml --lexicon mine.txt in three > log; correct --lexicon mine.txt talk.srt | cmp - three/talk.srt
# What is wrong is named, and nothing is written.
try() { correct -o out.srt "$@" talk.srt 2>&1; echo "$?"; }
printf 'entries:\n- {term: guṇa, variaton: [x]}\n' > wrong.yaml
try --lexicon wrong.yaml
printf 'entries: &a\n- *a\n' > cycle.yaml
try --lexicon mine.yaml --lexicon cycle.yaml
printf 'term\tvariaton\n' > wrong.tsv
try --lexicon wrong.tsv
printf 'guṇa\n00:00:01,000 --> 00:00:02,000\n' > wrong.txt
try --lexicon wrong.txt
cp small.lex other.lex
try --lexicon small.lex --lexicon other.lex
test -e out.srt || echo nothing written
