# Help is an answer; each mistake is one line and exit 2.
"$SOURCE/scripts/pipeline.sh" --help | head -n 1
"$SOURCE/scripts/nightly.sh" --help | head -n 1
exec 2>&1
try() { "$SOURCE/scripts/$@"; echo $?; }
mkdir in
for script in pipeline.sh nightly.sh; do
    try $script
    try $script in
    try $script in out more
    try $script --nosuch in out
    try $script -m
done
try pipeline.sh -m best in out
try pipeline.sh -j 0 in out
try pipeline.sh -jx in out
try pipeline.sh nosuch out
try nightly.sh --keep x in out
try nightly.sh nosuch out
ls
