# A file one may not read. The superuser may read all, so it becomes nobody.
printf '1\n00:00:01,000 --> 00:00:02,000\none\n' > locked.srt
chmod 0 locked.srt
if [ "$(id -u)" != 0 ]; then
    srt-parse locked.srt
elif setpriv --reuid 65534 --regid 65534 --clear-groups srt-parse --version > /dev/null 2>&1; then
    setpriv --reuid 65534 --regid 65534 --clear-groups srt-parse locked.srt
else
    echo "nobody cannot run the tool here"
    exit 77
fi
