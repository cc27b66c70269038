# --apply-at and --flag-at are read to the last byte, and fit one another.
try() { correct "$@" /dev/null; echo "$?"; }
exec 2>&1
for value in '' x 1.5 2 -1 0.5x ' 0.5' 1e-1 nan 0,5 . 99999999999999999999; do
    try --apply-at "$value"
done
try --flag-at 7
try --apply-at 0.2 --flag-at 0.5
try -m emergency -q --apply-at 1 --flag-at 0 | cat
try -m emergency -q --apply-at .5 --flag-at 0.5
