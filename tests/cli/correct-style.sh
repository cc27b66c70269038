# --style and --spellings: how a house spells what is inserted; in a run, too.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:04,000\nthe goon nas of bhagwat geeta and vivek ananda, why rag ya\n' > talk.srt
for style in iast iso15919 popular devanagari; do correct -O txt --style $style talk.srt; done
printf '# ours\nVivekānanda\tVivekananda\nBhagavad Gītā\tthe Gita\n' > ours.tsv
correct -O txt --spellings ours.tsv talk.srt
correct --style devanagari --spellings ours.tsv talk.srt > want.srt
sed -n 3p want.srt
mkdir in
cp talk.srt in/
printf 'correct: {style: devanagari, spellings: ours.tsv}\n' > run.yaml
shodhana run -q --config run.yaml in out > log; cmp want.srt out/talk.srt
shodhana run -q --style devanagari --spellings ours.tsv in two > log; cmp want.srt two/talk.srt
correct --style slp1 talk.srt 2>&1; echo "$?"
shodhana run --style slp1 in out 2>&1; echo "$?"
printf 'a\tb\nc\n' > bad.tsv
correct --spellings bad.tsv talk.srt 2>&1; echo "$?"
