# Each mistake is one line that points to --help, and exit 2.
try() { srt-parse "$@" > out.txt; echo "$? $(wc -c < out.txt)"; }
try --nosuch
try -x
try -O
try --output
try -O pdf
try -O SRT
try --strict=yes
try --format=
try a.srt b.srt
try --re=5
