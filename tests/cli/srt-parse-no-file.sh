# What cannot be read: one line, exit 4.
srt-parse nosuch.srt; echo $?
srt-parse .; echo $?
srt-parse nosuch/talk.srt; echo $?
srt-parse ''; echo $?
srt-parse <&-; echo $?
srt-parse - < .; echo $?
