# An empty file is a transcript without cues, and a finding.
: > empty.srt
srt-parse empty.srt; echo $?
srt-parse -O srt < /dev/null; echo $?
printf '\357\273\277\r\n \r\n' | srt-parse --strict; echo $?
