/* correct/removal.h -- words taken out of a cue without a trace: the comma that
 * set them off goes with them, and so does one blank.
 */
#ifndef LP_REMOVAL_H
#define LP_REMOVAL_H

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes [at, end) of a text become `capital`, which is empty or one letter. */
typedef struct lp_removal {
    size_t at, end;
    char capital[5]; /* the first letter of what now begins the sentence */
} lp_removal;

/*
 * What goes when the words [at, end) of a cue's text go. With `may_capitalise`,
 * the word behind a capital that goes gets one. The text is valid UTF-8. Pure.
 */
lp_removal lp_removal_of(lp_sv text, size_t at, size_t end, bool may_capitalise);

#ifdef __cplusplus
}
#endif
#endif
