/* sanskrit-normalize --metre: the metre of each verse of a text. */
#include <stdlib.h>

#include "base/file.h"
#include "language/sanskrit/metre.h"
#include "sanskrit_text.h"

/* "LINE: METRE", the line being where the verse begins. */
static void print_metre(lp_sv text, lp_sv verse)
{
    static const char spaces[] = " \t\r\n|";
    lp_metre m;
    lp_str out = LP_STR_INIT;
    size_t line = 1;
    while (verse.len && strchr(spaces, verse.s[0])) verse.s++, verse.len--;
    for (const char *p = text.s; p < verse.s; p++) line += *p == '\n';
    (void)lp_metre_of(verse, &m);
    lp_str_addf(&out, "%zu: ", line);
    lp_metre_format(&m, &out);
    lp_str_addc(&out, '\n');
    tool_put(lp_str_view(&out));
    lp_str_free(&out);
}

int sanskrit_metre(const char *tool, const lp_normalize_options *o, const char *in)
{
    lp_normalize_options to_iast = *o;
    lp_err err = {0};
    lp_str text = LP_STR_INIT, iast = LP_STR_INIT;
    to_iast.to = LP_IAST;
    int code = lp_file_read(in, 0, &text, &err);
    if (code == LP_OK) code = lp_normalize(&to_iast, lp_str_view(&text), &iast, &err);
    lp_sv rest = lp_str_view(&iast), verse;
    while (code == LP_OK && lp_metre_next(&rest, &verse)) print_metre(lp_str_view(&iast), verse);
    lp_str_free(&text);
    lp_str_free(&iast);
    if (code == LP_OK) return TOOL_DONE;
    lp_err_at(&err, in ? in : "(standard input)");
    return (int)tool_report(tool, &err);
}
