score - -
