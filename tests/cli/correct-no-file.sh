# What cannot be read: one line, exit 4.
. "$SOURCE/tests/support/small_lexicon.sh"
exec 2>&1
correct nosuch.srt; echo $?
correct .; echo $?
correct nosuch/talk.srt; echo $?
correct ''; echo $?
correct <&-; echo $?
correct - < .; echo $?
