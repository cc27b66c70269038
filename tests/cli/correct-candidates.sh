# --candidates prints all that was considered with the evidence, instead of the
# text: a row a word, then a row a candidate.
. "$SOURCE/tests/support/small_lexicon.sh"
printf '1\n00:00:01,000 --> 00:00:02,000\nthe vairaagyu of why rag\n\n2\n00:00:02,000 --> 00:00:03,000\nya, maya\n' > talk.srt
correct --candidates talk.srt; echo $?
correct --candidates -o table.tsv talk.srt; echo $?
correct --candidates talk.srt | cmp - table.tsv && echo same
# As many cells in every row as columns are named.
awk -F '\t' '/^#/ { n = NF } NF != n { print "row " NR ": " NF " cells" }' table.tsv
# Without the ear nothing is considered.
correct -m basic --candidates talk.srt; echo $?
exec 2>&1
correct --candidates --explain talk.srt; echo $?
correct --candidates --diff talk.srt; echo $?
correct --candidates talk.srt > /dev/full; echo $?
