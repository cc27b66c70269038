# Findings are lines with file, line and rule on standard output, and exit 1.
. "$SOURCE/tests/support/small_lexicon.sh"
check() { shodhana lexicon check --english english "$@"; echo $?; }
cat > good.yaml <<'END'
entries:
- {original_term: dharma, variations: [dhorma]}
END
check good.yaml
cat > bad.yaml <<'END'
entries:
- {original_term: dharma, variations: [hobby, dhorma]}
- {original_term: dharma, variations: [darma]}
- {original_term: saṁsāra, variations: [sangsara]}
- {original_term: kṛṣṇa, variations: [krishno], is_proper_noun: true}
- {original_term: Arjuna}
- {original_term: artha, variations: [dhorma, '']}
- {original_term: ghee, variations: [ghi], category: food}
END
check bad.yaml
check -q bad.yaml
check good.yaml bad.yaml | tail -n 2
check nosuch.yaml 2>&1
