# Off a terminal: no colours, no lines over lines, a last line; -q: none at all.
. "$SOURCE/tests/support/small_lexicon.sh"
mkdir in
for i in 1 2 3; do printf '1\n00:00:01,000 --> 00:00:02,000\nplain\n' > in/$i.srt; done
shodhana run in out 2>&1 > summary | sed 's/[0-9]* words/N words/; s/[0-9]* s left/N s left/' | od -An -c
shodhana run -q in out 2>&1 > summary | wc -c
# The summary is output like any other.
exec 2>&1
shodhana run -q in out > /dev/full; echo $?
shodhana run -q in out >&-; echo $?
{ shodhana run -q in out; echo $? > status; } | head -n 1
ls out
