# The nearest name is suggested.
sanskrit-normalize --from itran
