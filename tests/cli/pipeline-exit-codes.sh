# Bad input is 3, a lexicon that is not there 4, mistakes in use are 2.
SHODHANA_BIN=$(dirname "$(command -v correct)")
export SHODHANA_BIN
mkdir in empty
printf '1\n00:00:01,000 --> 00:00:02,000\nplain words\n\n' > in/talk.srt
try() { "$SOURCE/scripts/pipeline.sh" "$@" > log 2>&1; printf '%s: %s\n' "$?" "$*"; }
try in out
SHODHANA_LEXICON=nowhere.lex try in other
SHODHANA_LEXICON=nowhere.lex try -m emergency in other
cmp in/talk.srt other/talk.srt
try in in/below
try empty out
try nowhere out
try in
try -j none in out
try -m best in out
printf 'no subtitle\n' > in/broken.srt
try in out
