/* is_nfc FILE... -- names the files that are not UTF-8 in NFC; exit 1 when
 * there are any, 4 when one cannot be read. For scripts/check_text. */
#include <stdio.h>

#include "base/file.h"
#include "language/unicode.h"

int main(int argc, char **argv)
{
    int status = 0;
    lp_str text = LP_STR_INIT;
    for (int i = 1; i < argc; i++) {
        lp_err err;
        char line[600];
        lp_str_clear(&text);
        if (lp_file_read(argv[i], 0, &text, &err) != LP_OK) {
            (void)fprintf(stderr, "is_nfc: %s\n", lp_err_format(&err, line, sizeof line));
            status = 4;
        } else if (!lp_is_nfc(lp_str_view(&text))) {
            (void)puts(argv[i]);
            if (!status) status = 1;
        }
    }
    lp_str_free(&text);
    return status;
}
