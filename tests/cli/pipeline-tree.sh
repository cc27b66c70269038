# Names with blanks, folders, a broken file among good ones, a file that is no
# subtitle: the good are done, the broken is named, nothing is half there.
SHODHANA_BIN=$(dirname "$(command -v correct)")
export SHODHANA_BIN
mkdir -p 'in/a folder' in/.hidden
printf '1\n00:00:01,000 --> 00:00:02,000\nvairagya\n\n' > 'in/a folder/one talk.srt'
cp 'in/a folder/one talk.srt' in/.hidden/no.srt
cp 'in/a folder/one talk.srt' in/TWO.SRT
printf 'no subtitle\n' > in/broken.srt
printf 'notes\n' > in/notes.txt
"$SOURCE/scripts/pipeline.sh" -j 2 in out 2> log | sed 's/[0-9]* seconds/N seconds/'
sed -n 1p log
find out | sort
cat 'out/a folder/one talk.srt'
# Once more, only what is new.
rm in/broken.srt
"$SOURCE/scripts/pipeline.sh" -u in out | sed 's/[0-9]* seconds/N seconds/'
