# Each mistake is one line that points to --help, exit 2, and nothing is made.
exec 2>&1
try() { shodhana run "$@"; echo $?; }
try --help
try
try in
try in out more
try --nosuch in out
try -x in out
try --config
try -O pdf in out
try -m best in out
for jobs in 0 x 1025 -1 '' 2x; do try -j "$jobs" in out; done
ls
