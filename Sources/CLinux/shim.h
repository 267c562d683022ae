#ifndef PISHKHAN_CLINUX_H
#define PISHKHAN_CLINUX_H

// Calls of Linux that Swift's Glibc module leaves out.

// signalfd(2): signals as something to poll.
#include <sys/signalfd.h>

// Writes everything of the file system that an open descriptor lies in (syncfs(2)).
// Its declaration needs _GNU_SOURCE.
extern int syncfs(int descriptor);

#endif
