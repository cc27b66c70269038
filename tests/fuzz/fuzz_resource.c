/* A compiled lexicon with bytes changed, or any bytes at all instead of one. As
 * they are, they are refused. With their checksum put right they may open, for a
 * checksum is no signature: whatever is asked of such a file must stay inside it.
 *
 * The first byte chooses: even, the rest is the file; odd, the rest are changes to
 * the small lexicon, four bytes each: three of the place (the top bit of the
 * first: a place in the head or the costs), one of the value.
 */
#include <stdint.h>

#include "support/small.h"

#include "correct/correct.h"
#include "language/resource_internal.h"
#include "laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void touch(lp_sv v)
{
    const volatile char *bytes = v.s;
    for (size_t i = 0; i < v.len; i++) (void)bytes[i];
}

static void look_up(const lp_resource *res)
{
    static const char *const words[] = {"vairagya", "why", "rag", "krishna", "the", "guna", ""};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const uint64_t key = lp_word_key(lp_sv_of(words[i]));
        lp_exact hit;
        lp_english_info e;
        for (uint64_t k = key; k < key + 3; k++) {
            if (lp_resource_exact(res, k, &hit) && hit.term != LP_NO_TERM) touch(lp_resource_term(res, hit.term).text);
            if (lp_resource_english(res, k, &e)) touch(e.phones);
        }
    }
    for (uint32_t id = 0; id < 3; id++) {
        lp_term t = lp_resource_term(res, id);
        touch(t.text), touch(t.phones), touch(t.category), touch(t.gloss), touch(t.source);
    }
    touch(lp_resource_term(res, LP_NO_TERM).text);
}

static void search(const lp_resource *res, lp_sv tail)
{
    static const char *const heard[] = {"vairAgya", "viveka", "kriSna", "", "a", "mAndUkya upaniSad"};
    lp_sound_hit hits[LP_SOUND_MOST];
    for (size_t i = 0; i < sizeof heard / sizeof *heard; i++)
        LAW("no more hits than fit", lp_resource_sound(res, lp_sv_of(heard[i]), 3000, i % 2 == 0, hits) <= LP_SOUND_MOST);
    LAW("no more hits than fit", lp_resource_sound(res, tail, INT32_MIN, false, hits) <= LP_SOUND_MOST);
}

static void correct(const lp_resource *res)
{
    const lp_sv text = LP_SV("1\n00:00:01,000 --> 00:00:02,000\n"
                             "the vairagya of krishna, why rag ya upanishadic gunas\n");
    const lp_correct_options o = lp_correct_defaults();
    lp_worker *w = lp_worker_new(NULL);
    lp_transcript t = LP_TRANSCRIPT_INIT;
    lp_tally tally = {0};
    small_must(lp_srt_read(text, &t, NULL), "the text", NULL);
    (void)!lp_correct(res, &o, w, &t, &tally, NULL);
    lp_transcript_free(&t);
    lp_worker_free(w);
}

/* The file that the input stands for. */
static void make_file(const uint8_t *data, size_t size, lp_str *out)
{
    static lp_str small;
    if (!small.len) small_build(SMALL_LEXICON, &small);
    if (size && data[0] % 2 == 0) {
        lp_str_add(out, (const char *)data + 1, size - 1);
        return;
    }
    lp_str_addv(out, lp_str_view(&small));
    for (size_t i = 1; i + 4 <= size; i += 4) {
        size_t at = (size_t)(data[i] & 0x7F) << 16 | (size_t)data[i + 1] << 8 | data[i + 2];
        if (data[i] & 0x80) at %= sizeof(res_header);
        out->s[at % out->len] = (char)data[i + 3];
    }
}

static void put_right(lp_str *file)
{
    res_header h;
    memcpy(&h, file->s, sizeof h);
    memcpy(h.magic, LP_RES_MAGIC, sizeof h.magic);
    h.layout = LP_RES_LAYOUT;
    h.order = LP_RES_ORDER;
    h.size = file->len;
    memcpy(file->s, &h, sizeof h);
    h.checksum = lp_res_checksum(lp_str_view(file));
    memcpy(file->s, &h, sizeof h);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lp_resource *res = NULL;
    lp_err err = {0};
    lp_str file = LP_STR_INIT;
    make_file(data, size, &file);
    int code = small_open(lp_str_view(&file), &res, &err);
    if (code == LP_OK) lp_resource_close(res); /* the changes changed nothing */
    else LAW("a refusal says why", code == LP_ERESOURCE && !res && err.msg[0] && err.file[0]);
    if (file.len >= sizeof(res_header)) {
        put_right(&file);
        code = small_open(lp_str_view(&file), &res, &err);
        LAW("opened or refused", code == LP_OK || (code == LP_ERESOURCE && !res));
        if (code == LP_OK) {
            look_up(res);
            search(res, lp_sv_make((const char *)data, size < 40 ? size : 40));
            correct(res);
            lp_resource_close(res);
        }
    }
    lp_str_free(&file);
    return 0;
}
