/* Any bytes through syllables, metres, the short a of Hindi, pronunciations and
 * scheme detection.
 *
 * Checked: syllables lie in order inside the text and are as many as their
 * weights; a metre accounts for all of them; words found by detection lie in
 * order inside their line, with confidences from 0 to 1; all is the same when
 * done again, and detection by lines is detection of the whole.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "language/sanskrit/detect.h"
#include "language/sanskrit/metre.h"
#include "language/sanskrit/pronunciation.h"
#include "language/sanskrit/schwa.h"
#include "language/sanskrit/syllables.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 512 };

static void must(bool good)
{
    if (!good) abort();
}

static void syllables(lp_sv text)
{
    static lp_syllable s[MOST];
    static char w[MOST];
    const lp_syllable_options o = LP_SYLLABLE_DEFAULTS;
    size_t n = lp_syllables(&o, text, s, MOST), end = 0;
    must(lp_weights(&o, text, w, MOST) == n);
    for (size_t i = 0; i < n && i < MOST; i++) {
        must(s[i].at >= end && s[i].len > 0 && s[i].at + s[i].len <= text.len);
        must((w[i] == 'G') == (s[i].heavy != 0));
        end = s[i].at + s[i].len;
    }
}

static void metres(lp_sv text)
{
    lp_sv verse;
    while (lp_metre_next(&text, &verse)) {
        lp_metre m;
        lp_str line = LP_STR_INIT;
        size_t sum = 0;
        if (!lp_metre_of(verse, &m)) continue;
        must(m.n_padas <= LP_METRE_PADAS);
        for (size_t i = 0; i < m.n_padas; i++) sum += m.pada[i];
        must(sum <= m.syllables && (!m.name || sum == m.syllables));
        must(!m.faults || m.first.at < verse.len);
        lp_metre_format(&m, &line);
        must(line.len > 0 && !line.failed);
        lp_str_free(&line);
    }
}

static void speech(lp_sv text)
{
    lp_str spoken = LP_STR_INIT;
    lp_saying a[LP_SAYINGS_MOST];
    must(lp_schwa_drop(text, &spoken, NULL) == LP_OK && spoken.len <= text.len);
    must(lp_sayings(text, a) <= LP_SAYINGS_MOST);
    lp_str_free(&spoken);
}

static bool same(const lp_evidence *a, const lp_evidence *b)
{
    return a->n_words == b->n_words && memcmp(a->odds, b->odds, sizeof a->odds) == 0;
}

static void detection(lp_sv text)
{
    static lp_detector *d; /* made once: the tables cost more than a run */
    static lp_found found[MOST];
    const lp_detect_options o = LP_DETECT_DEFAULTS;
    lp_evidence parts = LP_EVIDENCE_INIT, whole = LP_EVIDENCE_INIT;
    if (!d) d = lp_detector_new(&o, NULL);
    must(d != NULL);
    lp_evidence_add(d, &whole, text);
    for (size_t from = 0, to; from < text.len; from = to) {
        const char *lf = memchr(text.s + from, '\n', text.len - from);
        to = lf ? (size_t)(lf - text.s) + 1 : text.len;
        lp_sv line = lp_sv_make(text.s + from, to - from);
        lp_evidence_add(d, &parts, line);
        size_t n = lp_detect_line(d, &whole, line, found, MOST, NULL), end = 0;
        for (size_t i = 0; i < n && i < MOST; i++) {
            must(found[i].at >= end && found[i].len > 0 && found[i].at + found[i].len <= line.len);
            must(found[i].verdict.confidence >= 0 && found[i].verdict.confidence <= 1);
            end = found[i].at + found[i].len;
        }
    }
    must(same(&parts, &whole));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lp_sv text = lp_sv_make(size ? (const char *)data : "", size);
    syllables(text);
    metres(text);
    speech(text);
    detection(text);
    return 0;
}
