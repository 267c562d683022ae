#ifndef PISHKHAN_CNETTLE_H
#define PISHKHAN_CNETTLE_H

#include <nettle/hmac.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <stddef.h>

#if defined(__x86_64__)
// The versions of nettle's functions that run on every processor of this kind; no header of nettle declares them.
void _nettle_sha1_compress_x86_64(uint32_t *state, const uint8_t *block);
void *_nettle_memxor_x86_64(void *one, const void *other, size_t count);
#endif

#endif
