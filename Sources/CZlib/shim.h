#ifndef PISHKHAN_CZLIB_H
#define PISHKHAN_CZLIB_H

#include <zlib.h>

#endif
