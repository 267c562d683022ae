#ifndef PISHKHAN_CBUILTIN_H
#define PISHKHAN_CBUILTIN_H

#include <stddef.h>

// A file as it was when the program was built.
struct pishkhan_built_in {
    const char *path; // below the folder of its table
    const unsigned char *bytes;
    size_t count;
};

// All of `site/`.
extern const struct pishkhan_built_in *const pishkhan_site;
extern const size_t pishkhan_site_count;

// All of `starter/`.
extern const struct pishkhan_built_in *const pishkhan_starter;
extern const size_t pishkhan_starter_count;

// All of `preview/`.
extern const struct pishkhan_built_in *const pishkhan_preview;
extern const size_t pishkhan_preview_count;

// The templates of `cgi-bin/`.
extern const struct pishkhan_built_in *const pishkhan_servers;
extern const size_t pishkhan_servers_count;

// All of `cgi-bin/systemd/`.
extern const struct pishkhan_built_in *const pishkhan_units;
extern const size_t pishkhan_units_count;

#endif
