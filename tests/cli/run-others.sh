# Links, FIFOs, hidden and empty files, folders with the name of a file: what is
# no transcript is passed over, a link to a file is followed, a loop ends.
. "$SOURCE/tests/support/small_lexicon.sh"
cue() { printf '1\n00:00:01,000 --> 00:00:02,000\n%s\n' "$1"; }
mkdir -p in/.hidden in/folder.srt in/deep elsewhere
cue vairagyam > elsewhere/talk.srt
cp elsewhere/talk.srt in/.hidden/talk.srt
cp elsewhere/talk.srt in/.talk.srt
cp elsewhere/talk.srt in/talk.srt.bak
cp elsewhere/talk.srt in/folder.srt/talk.srt
ln -s ../elsewhere/talk.srt in/link.srt
ln -s .. in/deep/loop
ln -s ../../elsewhere in/deep/linked
ln -s nowhere in/dangling.srt
mkfifo in/fifo.srt
: > in/empty.srt
shodhana run in out 2> log | sed -n '/^  files/,/^  cues/p'
sed '/words.s/d' log
(cd out && find . | sort)
