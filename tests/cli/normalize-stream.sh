# A text larger than any buffer of the tool comes out as its parts do.
verse='धर्मक्षेत्रे कुरुक्षेत्रे समवेता युयुत्सवः । the field of dharma'
i=0
while [ $i -lt 2000 ]; do printf '%s\n' "$verse"; i=$((i + 1)); done > part.txt
i=0
while [ $i -lt 40 ]; do cat part.txt; i=$((i + 1)); done > all.txt
sanskrit-normalize --text part.txt > part.iast
sanskrit-normalize --text -o all.iast all.txt
i=0
while [ $i -lt 40 ]; do cat part.iast; i=$((i + 1)); done | cmp - all.iast && echo same
sanskrit-normalize --text < all.txt | cmp - all.iast && echo same from a pipe
head -n 1 all.iast
sanskrit-normalize --text --from iast --to devanagari part.iast | head -n 1
