/* Into Devanagari, a byte at a time: how the tables are made.
 *
 * The longest-match reading of a scheme is turned into an automaton. A state
 * is a spelling that is not yet decided (a node of the tree of all spellings)
 * and what stands before it: a consonant that waits for its vowel, another
 * letter, or no word. A step says what becomes certain with the next byte.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "language/sanskrit/fast_in_internal.h"

#define MAX_NODES   250
#define MAX_CLASSES 128
#define MAX_STATES  720
#define MAX_DEPTH   SK_LONGEST

enum { CLASS_STOP, CLASS_FIRST };
enum { AFTER_NO_WORD, AFTER_DIGIT, AFTER_LETTER, AFTER_CONSONANT, N_CONTEXTS };

typedef struct node {
    uint8_t path[MAX_DEPTH]; /* classes from the root */
    uint8_t depth;
    bool stop;         /* what begins so is for the plain engine */
    bool stop_at_word; /* at the start of a word only: it may be ॐ */
    const lp_sk_entry *entry;
    uint8_t child[MAX_CLASSES]; /* node, 0: none */
} node;

typedef struct maker {
    lp_sk_in *f;
    const lp_sk_index *ix;
    node nodes[MAX_NODES];
    unsigned n_nodes, n_classes, n_texts;
    char byte_of[MAX_CLASSES];
    uint16_t number[N_CONTEXTS][MAX_NODES]; /* of a state, + 1; 0: not met yet */
    struct {
        uint8_t context, node;
    } states[MAX_STATES];
    unsigned n_states;
    uint16_t text_slot[8192]; /* texts by hash, + 1 */
    bool failed;              /* a table is too small */
} maker;

/* A step while it is worked out. */
typedef struct step {
    unsigned context, node;
    char text[SK_IN_TEXT];
    uint8_t len;
    bool stop;
} step;

/* ---- the tree of spellings ---- */

static unsigned class_of(maker *m, unsigned char byte)
{
    if (m->f->class_of[byte] >= CLASS_FIRST) return m->f->class_of[byte];
    if (m->n_classes == MAX_CLASSES) {
        m->failed = true;
        return CLASS_STOP;
    }
    m->byte_of[m->n_classes] = (char)byte;
    m->f->class_of[byte] = (uint8_t)m->n_classes;
    return m->n_classes++;
}

static unsigned child(maker *m, unsigned parent, unsigned class)
{
    node *n = &m->nodes[parent];
    if (n->child[class]) return n->child[class];
    if (m->n_nodes == MAX_NODES || n->depth == MAX_DEPTH) {
        m->failed = true;
        return 0;
    }
    node *c = &m->nodes[m->n_nodes];
    memcpy(c->path, n->path, n->depth);
    c->path[n->depth] = (uint8_t) class;
    c->depth = (uint8_t)(n->depth + 1);
    n->child[class] = (uint8_t)m->n_nodes;
    return m->n_nodes++;
}

static node *node_of(maker *m, lp_sv s)
{
    unsigned at = 0;
    for (size_t i = 0; i < s.len && !m->failed; i++) at = child(m, at, class_of(m, (unsigned char)s.s[i]));
    return &m->nodes[at];
}

/* What the plain engine reads by what stands around it. */
static bool is_contextual(const lp_sk_entry *e)
{
    const unsigned sounds[] = {e->first & 0x7Fu, e->second & 0x7Fu};
    if ((e->first | e->second) & SK_NUKTA || e->first == SK_BREAK) return true;
    for (int i = 0; i < 2; i++)
        if (sounds[i] == SK_CANDRABINDU || lp_sk_is_accent(sounds[i])) return true;
    return false;
}

/* Where w is a letter of its own, www. is looked for by its dot. */
static bool w_is_letter(const maker *m)
{
    for (unsigned k = SK_A; k < SK_N_SOUNDS; k++)
        if (m->ix->spelling[k]->s[0] == 'w' && !m->ix->traits->dot_is_danda) return true;
    return false;
}

static void add_entries(maker *m)
{
    for (unsigned i = 0; i < m->ix->n; i++) {
        const lp_sk_entry *e = &m->ix->entries[i];
        if (e->first == SK_OM && m->ix->traits->om_is_word) {
            uint32_t c;
            node_of(m, lp_sv_make(e->s, lp_utf8_get(e->s, e->len, &c)))->stop_at_word = true;
            continue;
        }
        node *n = node_of(m, lp_sv_make(e->s, e->len));
        if (!n->entry) n->entry = e; /* of two the first added is read */
        n->stop |= is_contextual(e);
    }
    /* URLs and toggles are kept whole; only the plain engine knows how far. */
    node_of(m, LP_SV("://"))->stop = true;
    node_of(m, w_is_letter(m) ? LP_SV(".") : LP_SV("www"))->stop = true;
}

/* A capital is its small letter: all letters of the cased schemes that have
 * one differ from it in the last byte only. */
static void add_capitals(maker *m)
{
    static const struct {
        const char *lead;
        unsigned first, last;
    } blocks[] = {{"\xC3", 0xC0, 0xDE},         {"\xC4", 0x100, 0x13F},       {"\xC5", 0x140, 0x17F},
                  {"\xE1\xB8", 0x1E00, 0x1E3F}, {"\xE1\xB9", 0x1E40, 0x1E7F}, {"\xE1\xBA", 0x1E80, 0x1EBF}};
    for (unsigned char c = 'A'; c <= 'Z'; c++) m->f->class_of[c] = m->f->class_of[c + 32];
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        node *n = node_of(m, lp_sv_of(blocks[i].lead));
        for (unsigned c = blocks[i].first; c <= blocks[i].last && !m->failed; c++) {
            char small[4], capital[4];
            const uint32_t s = lp_sk_fold(c);
            const size_t len = lp_utf8_put(s, small);
            if (s == c) continue;
            const unsigned to = n->child[m->f->class_of[(unsigned char)small[len - 1]]];
            lp_utf8_put(c, capital);
            if (to) n->child[class_of(m, (unsigned char)capital[len - 1])] = (uint8_t)to;
        }
    }
}

/* ASCII signs that are no spelling go through; letters that the scheme has not,
 * signs that begin what is kept, and all else stop. */
static void set_classes(maker *m)
{
    static const char stops[] = "#<@&{\\";
    for (unsigned b = 0; b < 128; b++) {
        const bool letter = (b | 32) >= 'a' && (b | 32) <= 'z';
        const bool control = b < ' ' && !lp_sk_is_space((char)b);
        if (!letter && !control && !strchr(stops, (int)b) && m->ix->traits->separator[0] != (char)b)
            (void)class_of(m, (unsigned char)b);
    }
}

/* ---- steps ---- */

static void put(step *s, const char *text)
{
    const size_t len = strlen(text);
    if (s->len + len > SK_IN_TEXT) {
        s->stop = true;
        return;
    }
    memcpy(s->text + s->len, text, len);
    s->len = (uint8_t)(s->len + len);
}

static void put_sound(const maker *m, step *s, unsigned k)
{
    const bool open = s->context == AFTER_CONSONANT, digit = k >= SK_0 && k <= SK_9;
    /* 2.47: the plain engine looks whether a digit follows. */
    if (k == SK_DANDA && m->ix->traits->dot_is_danda && s->context == AFTER_DIGIT) s->stop = true;
    if (open && lp_sk_is_vowel(k)) {
        if (lp_sk_rows[k].sign) put(s, lp_sk_rows[k].sign);
    } else {
        if (open) put(s, SK_VIRAMA);
        put(s, lp_sk_rows[k].spelling[LP_DEVANAGARI]);
    }
    s->context = lp_sk_is_consonant(k) ? AFTER_CONSONANT
                 : lp_sk_is_word(k)    ? AFTER_LETTER
                 : digit               ? AFTER_DIGIT
                                       : AFTER_NO_WORD;
}

/* An ASCII sign that is no spelling. */
static void put_raw(maker *m, step *s, unsigned class)
{
    static const char kept[] = "#<@&{\\:";
    const char byte[2] = {m->byte_of[class], '\0'};
    const unsigned char b = (unsigned char)byte[0];
    if (b >= 128 || ((b | 32) >= 'a' && (b | 32) <= 'z') || b == (unsigned char)m->ix->traits->separator[0])
        s->stop = true;
    /* A colon alone is a colon; the others wait for the plain engine. */
    if (b != ':' && strchr(kept, (int)b)) s->stop = true;
    if (s->context == AFTER_CONSONANT) put(s, SK_VIRAMA);
    put(s, byte);
    s->context = AFTER_NO_WORD;
}

static void feed(maker *m, step *s, unsigned class);

/* Nothing longer can come: the longest spelling of the path is what it is, and
 * the bytes behind it begin anew. */
static void settle(maker *m, step *s)
{
    const node *n = &m->nodes[s->node];
    const lp_sk_entry *e = NULL;
    unsigned used = 1;
    for (unsigned i = 0, at = 0; i < n->depth; i++) {
        at = m->nodes[at].child[n->path[i]];
        if (m->nodes[at].entry) e = m->nodes[at].entry, used = i + 1;
    }
    s->node = 0;
    if (!e) {
        put_raw(m, s, n->path[0]);
    } else {
        put_sound(m, s, e->first);
        if (e->second) put_sound(m, s, e->second);
    }
    for (unsigned i = used; i < n->depth && !s->stop; i++) feed(m, s, n->path[i]);
}

static void feed(maker *m, step *s, unsigned class)
{
    while (!s->stop) {
        const unsigned next = m->nodes[s->node].child[class];
        if (class == CLASS_STOP) s->stop = true;
        if (next) {
            s->node = next;
            s->stop |= m->nodes[next].stop || (m->nodes[next].stop_at_word && s->context < AFTER_LETTER);
            return;
        }
        if (s->node) {
            settle(m, s);
            continue;
        }
        put_raw(m, s, class);
        return;
    }
}

/* ---- the tables ---- */

static unsigned state_of(maker *m, unsigned context, unsigned at)
{
    uint16_t *number = &m->number[context][at];
    if (*number) return *number - 1u;
    if (m->n_states == MAX_STATES) {
        m->failed = true;
        return 0;
    }
    m->states[m->n_states].context = (uint8_t)context;
    m->states[m->n_states].node = (uint8_t)at;
    *number = (uint16_t)++m->n_states;
    return m->n_states - 1;
}

static unsigned text_number(maker *m, const step *s)
{
    uint64_t text = (uint64_t)s->len << 56;
    memcpy(&text, s->text, s->len);
    uint64_t h = text * 0x9E3779B97F4A7C15u;
    uint16_t *slot = &m->text_slot[h >> 51];
    while (*slot && m->f->texts[*slot - 1] != text) {
        h += (uint64_t)1 << 51;
        slot = &m->text_slot[h >> 51];
    }
    if (*slot) return *slot - 1u;
    if (m->n_texts == SK_IN_TEXTS) {
        m->failed = true;
        return 0;
    }
    m->f->texts[m->n_texts] = text;
    *slot = (uint16_t)++m->n_texts;
    return m->n_texts - 1;
}

static void set_step(maker *m, unsigned state, unsigned class)
{
    step s = {.context = m->states[state].context, .node = m->states[state].node};
    uint32_t *to = &m->f->step[state * m->n_classes + class];
    feed(m, &s, class);
    if (s.stop) *to = SK_IN_STOP;
    else *to = text_number(m, &s) << 16 | (state_of(m, s.context, s.node) * m->n_classes);
}

static bool make(maker *m, lp_sk_in *f, const lp_sk_index *from, bool fold)
{
    m->f = f;
    m->ix = from;
    m->n_nodes = 1;
    m->n_classes = CLASS_FIRST;
    add_entries(m);
    if (fold) add_capitals(m);
    set_classes(m);
    state_of(m, AFTER_NO_WORD, 0);
    for (unsigned i = 0; i < m->n_states && !m->failed; i++) {
        if ((i + 1) * m->n_classes > SK_IN_STEPS) return false;
        for (unsigned c = 0; c < m->n_classes; c++) set_step(m, i, c);
    }
    return !m->failed;
}

lp_sk_in *lp_sk_in_new(const lp_sk_index *from, bool fold)
{
    lp_sk_in *f = SK_FAST ? calloc(1, sizeof *f) : NULL;
    maker *m = calloc(1, sizeof *m);
    const bool made = f && m && make(m, f, from, fold);
    free(m);
    if (made) return f;
    free(f);
    return NULL;
}
