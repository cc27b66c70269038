srt-parse --version | sed 's/[0-9][0-9.]*$/N/'
srt-parse -V | wc -l
