#ifndef PISHKHAN_CSODIUM_H
#define PISHKHAN_CSODIUM_H

#include <sodium.h>

#endif
