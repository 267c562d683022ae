#ifndef PISHKHAN_CDEFLATE_H
#define PISHKHAN_CDEFLATE_H

#include <libdeflate.h>

#endif
