# --protect: words and phrases that no correction touches; in a run, too.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:04,000\nvivek ananda of why rag ya, vivek ananda das\n' > talk.srt
printf '# ours\nVivek Ananda Das\n' > kept.txt
correct --protect kept.txt talk.srt
mkdir in
cp talk.srt in/
printf 'correct:\n  protect: kept.txt\n' > run.yaml
shodhana run -q --config run.yaml in out > log && correct --protect kept.txt talk.srt | cmp - out/talk.srt
shodhana run -q --protect kept.txt in two > log && cmp out/talk.srt two/talk.srt
printf 'good\n\377\n' > bad.txt
correct --protect bad.txt talk.srt 2>&1; echo "$?"
correct --protect nowhere.txt talk.srt 2>&1; echo "$?"
