# A write that fails is no success.
printf 'योग\n' > in.txt
sanskrit-normalize --text in.txt > /dev/full
