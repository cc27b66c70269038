sanskrit-normalize --frobnicate
