#ifndef PISHKHAN_CBROTLI_H
#define PISHKHAN_CBROTLI_H

#include <brotli/encode.h>

#endif
