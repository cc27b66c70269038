# Help is an answer: standard output, exit 0, whatever else is asked.
srt-parse --help
srt-parse -h nosuch.srt > short.txt && srt-parse --help | cmp - short.txt
