#include "house.h"

int house_open(house *h, lp_correct_options *o, lp_err *err)
{
    int code = LP_OK;
    if (h->rules) code = lp_rules_load(h->rules, &h->own_rules, err);
    if (code == LP_OK && h->protect) code = lp_protected_load(h->protect, &h->own_protect, err);
    o->rules = h->own_rules;
    o->protect = h->own_protect;
    return code;
}

void house_close(house *h)
{
    lp_rules_free(h->own_rules);
    lp_protected_free(h->own_protect);
    h->own_rules = NULL;
    h->own_protect = NULL;
}
