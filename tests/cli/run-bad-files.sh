# What cannot be done is told, with the reason, and never stops the others.
. "$SOURCE/tests/support/small_lexicon.sh"
cue() { printf '1\n00:00:01,000 --> 00:00:02,000\n%s\n' "$1"; }
mkdir -p in out
cue vairagyam > in/good.srt
printf 'no subtitle\n' > in/plain.srt
printf '\177ELF\002\001\001\0\0\0\0\0\0\0\0\0\003\0\076\0\001\0\0\0\220\377\377\376' > in/binary.srt
cue vairagyam > in/zzz.srt
echo old > out/plain.srt
shodhana run -j 1 -q in out > summary; echo $?
sed -n '/^  files/,/^  words/p' summary
(cd out && find . -type f | sort)
cat out/plain.srt
# One that is too large for the settings.
printf 'run:\n  largest_file: 45\n' > small-files.yaml
{ cat in/good.srt; echo; sed 's/^1$/2/' in/good.srt; } > in/large.srt
shodhana run -j 1 -q --config small-files.yaml in other | sed -n '/^  files/,/^  words/p'
# A place of an output that is taken is a failure of output: 4.
rm in/plain.srt in/binary.srt in/large.srt
mkdir -p taken/good.srt
shodhana run -j 1 -q in taken > summary; echo $?
mkdir in/zzz && mv in/zzz.srt in/zzz/zzz.srt && echo file > taken/zzz
shodhana run -j 1 -q in taken > summary; echo $?
find . -name '*.part'
