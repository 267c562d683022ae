#ifndef PISHKHAN_CBUILTIN_H
#define PISHKHAN_CBUILTIN_H

#include <stddef.h>

// A file of `site/` as it was when the program was built.
struct pishkhan_built_in {
    const char *path; // below site/
    const unsigned char *bytes;
    size_t count;
};

extern const struct pishkhan_built_in *const pishkhan_built_in_files;
extern const size_t pishkhan_built_in_count;

#endif
