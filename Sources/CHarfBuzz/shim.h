#ifndef PISHKHAN_CHARFBUZZ_H
#define PISHKHAN_CHARFBUZZ_H

// Their own folder, so that no include path has to be set.
#include <harfbuzz/hb.h>
#include <harfbuzz/hb-subset.h>

#endif
