/* Any bytes as the settings of a run: refused with a reason, or within limits. */
#include <stdint.h>

#include "support/small.h"

#include "laws.h"
#include "work/config.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lp_config c = lp_config_defaults();
    lp_err err = {0};
    char *name = small_file(lp_sv_make(size ? (const char *)data : "", size));
    int code = lp_config_load(name, &c, &err);
    small_remove(name);
    if (code == LP_OK) {
        LAW("what is read is good", lp_correct_check(&c.correct, &err) == LP_OK);
        LAW("a mode there is", (int)c.correct.mode >= 0 && c.correct.mode < LP_N_MODES);
        LAW("within limits", c.jobs <= 1024 && c.largest_file >= 1 && c.largest_file <= (size_t)1 << 32);
        LAW("shares are shares", c.correct.apply_at >= 0 && c.correct.apply_at <= 1);
    } else {
        LAW("a refusal says why",
            (code == LP_EFORMAT || code == LP_EVALUE) && err.code == code && err.msg[0] && err.file[0]);
    }
    return 0;
}
