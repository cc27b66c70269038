# --text is a plain filter; standard input and FILE are the same.
printf 'rAmaH vanaM gacchati |\nso\047ham\n' > verse.txt
sanskrit-normalize --text --from hk verse.txt
sanskrit-normalize --text --from hk < verse.txt
sanskrit-normalize --text --from hk --to devanagari - < verse.txt
printf 'the word धर्म means law' | sanskrit-normalize --text --to itrans
