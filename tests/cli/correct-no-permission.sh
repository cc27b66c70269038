# A file one may not read, a folder one may not write to. The superuser may do
# all, so it becomes nobody.
. "$SOURCE/tests/support/small_lexicon.sh"
SHODHANA_LEXICON=small.lex # nobody may not come by the way from the root
printf '1\n00:00:01,000 --> 00:00:02,000\nplain\n' > talk.srt
cp talk.srt locked.srt
chmod 0 locked.srt
mkdir folder
echo old > folder/out.srt
chmod 755 .
chmod 555 folder
as_nobody=
if [ "$(id -u)" = 0 ]; then
    as_nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'
    $as_nobody correct -q talk.srt > talk.out 2>&1 || { echo "nobody cannot run the tool here" && exit 77; }
fi
$as_nobody correct locked.srt; echo $?
$as_nobody correct -o folder/out.srt talk.srt; echo $?
$as_nobody correct -o folder/new.srt talk.srt; echo $?
ls -A folder
cat folder/out.srt
chmod 755 folder
