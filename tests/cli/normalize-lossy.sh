# A malformed byte ends the work, or with --lossy becomes U+FFFD and a warning.
printf 'योग\nab \377 धर्म\n' > bad.txt
sanskrit-normalize --text bad.txt
echo $?
sanskrit-normalize --text --lossy bad.txt
echo $?
sanskrit-normalize --lossy bad.txt
echo $?
sanskrit-normalize --text -o out.txt bad.txt
echo $?
ls
