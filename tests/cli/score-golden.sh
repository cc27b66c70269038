# Every golden reference is right about itself; as a correction of its raw side
# it puts right every wrong term and spoils nothing.
for ref in "${SHODHANA_SOURCE:-$SOURCE}"/golden/*.ref.srt; do
    score --lexicon none --format json --by total "$ref" "$ref" | grep -o '"wer":0,' | sort -u
    score --lexicon none --format json --by total --raw "${ref%.ref.srt}.in.srt" "$ref" "$ref" |
        grep -o '"term_error_reduction":1,.*"damage_per_1000":0}' | sed 's/,.*,/ /'
done | sort | uniq -c | awk '{ if (!seen) seen = $1; if ($1 != seen || $1 < 6) print "uneven:", $0; else print $2, $3 }'
