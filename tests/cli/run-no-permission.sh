# A file, a folder and a folder's files that one may not see; an OUT that one
# may not write to. The superuser may do all, so it becomes nobody.
. "$SOURCE/tests/support/small_lexicon.sh"
# All of the way from the root must be open to nobody.
here=$(mktemp -d) || exit 99
trap 'cd / && chmod -R u+rwx "$here" && rm -rf "$here"' EXIT
chmod 755 "$here"
cp small.lex "$here"
cd "$here" || exit 99
SHODHANA_LEXICON=small.lex
cue() { printf '1\n00:00:01,000 --> 00:00:02,000\n%s\n' "$1"; }
mkdir -p in/locked in/blind out readonly readonly/sub
for file in good locked blind/one locked/two zzz; do cue vairagyam > in/$file.srt; done
chmod 0 in/locked.srt in/locked
chmod 444 in/blind
chmod 755 .
chmod 777 out
chmod 555 readonly
as_nobody=
if [ "$(id -u)" = 0 ]; then
    as_nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'
    $as_nobody sh -c 'realpath . && shodhana --version' > log 2>&1 || { echo "nobody cannot run the tool here" && exit 77; }
fi
run() { $as_nobody shodhana run -j 1 -q "$@" > summary; echo $?; }
run in out
sed -n '/^  files/,/^    failed/p' summary
(cd out && find . -type f | sort)
chmod 755 in/locked in/blind
chmod 644 in/locked.srt
run in readonly
run in readonly/new
chmod 0 in
run in out
chmod 755 in readonly
