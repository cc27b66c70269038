sanskrit-normalize --to
