# shodhana lexicon export: a prompt, hot words and a table, by what the lectures
# say after correction.
. "$SOURCE/tests/support/small_lexicon.sh"
mkdir -p talks/more
printf '1\n00:00:01,000 --> 00:00:04,000\nthe goon nas of bhagwat geeta and why rag ya\n' > talks/a.srt
printf '1\n00:00:01,000 --> 00:00:04,000\nvairagyam and vivek ananda\n' > talks/more/b.srt
ask() { shodhana lexicon export "$@" 2> told; echo "$?"; cat told; }
ask --tsv talks
ask --hotwords talks/a.srt
ask --whisper-prompt --series talks
ask --whisper-prompt --series "Swami Vivekananda's maya" talks
ask --hotwords --style iast --most 2
ask -q --hotwords --style devanagari talks
printf 'Bhagavad Gītā\tthe Gita\n' > ours.tsv
printf 'kūṭastha\n' > mine.txt
ask -q --hotwords --lexicon mine.txt --spellings ours.tsv talks
ask -q --hotwords --lexicon mine.txt --most 1
# A table comes in again.
shodhana lexicon export -q --tsv -o table.tsv talks && shodhana lexicon check -q --english english table.tsv
# What cannot be read is named; the others are counted.
printf '\000\001' > talks/zero.srt
ask --tsv --most 1 talks nowhere.srt
ask; ask --tsv --hotwords; ask --tsv --most 0; ask --tsv --style slp1; ask --tsv --bad
shodhana lexicon export --tsv talks/a.srt > /dev/full 2> told; echo "$?"
