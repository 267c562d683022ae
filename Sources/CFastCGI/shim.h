#ifndef PISHKHAN_CFASTCGI_H
#define PISHKHAN_CFASTCGI_H

#include <fcgiapp.h>

#endif
