#include "house.h"

int house_open(house *h, lp_correct_options *o, lp_err *err)
{
    int code = LP_OK;
    if (h->rules) code = lp_rules_load(h->rules, &h->own_rules, err);
    o->rules = h->own_rules;
    return code;
}

void house_close(house *h)
{
    lp_rules_free(h->own_rules);
    h->own_rules = NULL;
}
