# The modes and formats of the output are those of the filters; emergency needs
# no lexicon.
. "$SOURCE/tests/support/small_lexicon.sh"
SHODHANA_BIN=$(dirname "$(command -v correct)")
export SHODHANA_BIN
mkdir in
printf '1\n00:00:01,000 --> 00:00:02,000\nverse two of the dharma \340\244\227, vairagyam\n' > in/talk.srt
for mode in full basic emergency; do
    shodhana run -q -m $mode in $mode > log; echo $?
    sed -n 3p $mode/talk.srt
    "$SOURCE/scripts/pipeline.sh" -m $mode in pipe-$mode > log; diff -r $mode pipe-$mode
done
for format in srt jsonl txt; do
    shodhana run -q -O $format in $format > log
    sanskrit-normalize in/talk.srt | correct -O $format | cmp - $format/talk.srt && echo $format
done
exec 2>&1
shodhana run -q --lexicon nowhere.lex in no > log; echo $?
shodhana run -q --lexicon nowhere.lex -m emergency in yes > log; echo $?
ls
