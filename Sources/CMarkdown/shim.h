#ifndef PISHKHAN_CMARKDOWN_H
#define PISHKHAN_CMARKDOWN_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#endif
