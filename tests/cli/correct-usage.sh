# Each mistake is one line that points to --help, exit 2, and nothing is written.
try() { correct "$@" > out.txt; echo "$? $(wc -c < out.txt)"; }
exec 2>&1
try --nosuch
try -x
try -qx
try -O
try --output
try -O pdf
try -O SRT
try -m best
try --mode=
try --diff=yes
try a.srt b.srt
try --explain --diff a.srt
try --candidates --diff a.srt
