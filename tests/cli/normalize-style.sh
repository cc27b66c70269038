# Each style on its own, and two together.
line='अ॒ग्निमी॑ळे संघः सङ्गः । राम ४७ ॥'
put() { printf '%s\n' "$line" | sanskrit-normalize --text "$@"; }
put
put --anusvara nasal
put --anusvara dot
put --accents strip
put --keep-digits
put --keep-dandas
put --schwa
put --keep-digits --accents strip --to popular
echo 'Kṛṣṇa Arjuna' | sanskrit-normalize --text --from iast --capitals lower
put --anusvara some
put --accents
