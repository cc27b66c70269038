# A file that fails leaves its output as it was, and a lexicon that is gone all.
. "$SOURCE/tests/support/small_lexicon.sh"
SHODHANA_BIN=$(dirname "$(command -v correct)")
export SHODHANA_BIN
mkdir -p in out
printf 'no subtitle\n' > in/bad.srt
printf '1\n00:00:01,000 --> 00:00:02,000\nthe maya\n' > in/good.srt
echo old > out/bad.srt
echo old > out/good.srt
SHODHANA_LEXICON=nowhere.lex "$SOURCE/scripts/pipeline.sh" in out > log 2>&1; echo $?
cat out/bad.srt out/good.srt
"$SOURCE/scripts/pipeline.sh" in out > log 2>&1; echo $?
cat out/bad.srt out/good.srt
rm in/bad.srt
"$SOURCE/scripts/pipeline.sh" in out > log 2>&1; echo $?
find out | sort
