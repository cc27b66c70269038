# IN and OUT: there, apart, and IN is never touched.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
try() { shodhana run -q "$@" > summary; echo $?; }
mkdir in empty
printf '1\n00:00:01,000 --> 00:00:02,000\nplain\n' > in/talk.srt
ln -s in link
ln -s nowhere dangling
try nosuch out
try empty out
try in/talk.srt out
try '' out
try in ''
try in in
try in in/below/and/below
try in link
try link/ in/below
try in/../in ./in/x
try in .
try in in/talk.srt
try in dangling
try in in/../out
try in/ .//deep/er/out/
find . -name out
find in empty
