#ifndef PISHKHAN_CSODIUM_H
#define PISHKHAN_CSODIUM_H

#include <sodium.h>
#include <stdlib.h>

// crypto_generichash_state is packed and aligned in a way that Swift cannot import, so its memory is held by pointer.
static inline void *pishkhan_hash_begin(void) {
    crypto_generichash_state *state = (crypto_generichash_state *)aligned_alloc(64, (sizeof *state + 63) / 64 * 64);
    if (state) crypto_generichash_init(state, 0, 0, 32);
    return state;
}

static inline void pishkhan_hash_update(void *state, const unsigned char *bytes, unsigned long long count) {
    crypto_generichash_update((crypto_generichash_state *)state, bytes, count);
}

static inline void pishkhan_hash_end(void *state, unsigned char digest[32]) {
    crypto_generichash_final((crypto_generichash_state *)state, digest, 32);
}

#endif
