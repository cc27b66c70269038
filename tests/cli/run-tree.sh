# Blanks, line ends and bytes that are no UTF-8 in names, folders in folders,
# capitals in the ending: all are done, and the summary counts them.
. "$SOURCE/tests/support/small_lexicon.sh"
cue() { printf '1\n00:00:01,000 --> 00:00:02,000\n%s\n' "$1"; }
odd=$(printf 'bad\377name.srt')
line=$(printf 'two\nlines.srt')
mkdir -p 'in/a folder/below'
cue 'the vairagyam' > in/one.srt
cue 'the maya' > 'in/a folder/two.SRT'
cue 'verse two' > "in/a folder/below/$line"
cue 'plain' > "in/$odd"
cue 'plain' > "in/-o.srt"
printf '1\n00:00:01.000 --> 00:00:02,000\nplain\n' > in/messy.srt
echo notes > in/notes.txt
cp -r in before
shodhana run in out 2> log > summary; echo $?
sed 's/[0-9.]* s on [0-9]* workers*/T s on N workers/; s/[0-9]* words.s/S words\/s/; s/^\(  lexicon  *\)[0-9a-f]\{12\}$/\1V/' summary | tr -s ' '
sed 's/, [0-9]* words.s, .*/, .../' log
(cd out && find . -type f -print0 | LC_ALL=C sort -z | tr '\0\n' '\n?' | od -An -c)
for file in one.srt 'a folder/two.SRT' "a folder/below/$line" "$odd"; do sed -n 3p "out/$file"; done
diff -r in before && echo untouched
# By one worker and by three the same bytes; over what is there, too.
shodhana run -q -j 1 in one > log 2>&1; shodhana run -q -j 3 in three/deep > log 2>&1; shodhana run -q in out/ > log 2>&1
diff -r out one && diff -r out three/deep && echo same
