# Help is an answer: standard output, exit 0, whatever else is asked.
correct --help
correct -h nosuch.srt > short.txt && correct --help | cmp - short.txt
correct --version | sed 's/[0-9][0-9.]*$/N/'
