# Any name there can be, by several processes; the same tree as `shodhana run`.
. "$SOURCE/tests/support/small_lexicon.sh"
SHODHANA_BIN=$(dirname "$(command -v correct)")
export SHODHANA_BIN
odd=$(printf 'bad\377name.srt')
line=$(printf 'two\nlines.srt')
mkdir -p 'in/a folder' 'in/-dash' in/.hidden in/loop
ln -s .. in/loop/again
ln -s ../one.srt 'in/a folder/link.srt'
ln -s nowhere in/dangling.srt
mkfifo in/fifo.srt
for name in one.srt "$odd" 'a folder/*.srt' "-dash/-o.srt" "$line" "it's \"so\".srt" '$HOME.srt' .hidden/no.srt; do
    printf '1\n00:00:01,000 --> 00:00:02,000\nthe vairagyam\n' > "in/$name"
done
"$SOURCE/scripts/pipeline.sh" -j 3 in out 2> log | sed 's/[0-9]* seconds/N seconds/'
cat log
shodhana run -q in run > log
diff -r out run && echo same
find out -name '*.part'
