#ifndef PISHKHAN_CLINUX_H
#define PISHKHAN_CLINUX_H

// Calls of Linux that Swift's Glibc module leaves out, because their declarations need _GNU_SOURCE.

// Writes everything of the file system that an open descriptor lies in (syncfs(2)).
extern int syncfs(int descriptor);

#endif
