#ifndef PISHKHAN_CLINUX_H
#define PISHKHAN_CLINUX_H

// Calls of Linux that Swift's Glibc module leaves out.

// signalfd(2): signals as something to poll.
#include <sys/signalfd.h>

#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>

// Begins to write what of a file is not on disk yet, and does not wait for it (sync_file_range(2)): a hint, whose failure
// means nothing. Its declaration needs _GNU_SOURCE.
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
static inline void pishkhan_begin_writing(int descriptor) {
    syscall(SYS_sync_file_range, descriptor, 0L, 0L, 2L /* SYNC_FILE_RANGE_WRITE */);
}

// Writes everything of the file system that an open descriptor lies in (syncfs(2)).
// Its declaration needs _GNU_SOURCE.
extern int syncfs(int descriptor);

// The program's own zeroed variables, as the linker laid them out.
extern char __bss_start[], _end[];

// Takes memory that is going to be used from the kernel in one call: a page that is first touched when it is needed costs
// a fault each, several times as much. Kernels before 5.14 do not know MADV_POPULATE_WRITE; nothing is lost then.
static inline void pishkhan_populate(char *from, char *to) {
    const unsigned long page = 4096;
    char *start = (char *)(((unsigned long)from + page - 1) & ~(page - 1));
    char *end = (char *)((unsigned long)to & ~(page - 1));
    if (start < end) madvise(start, (size_t)(end - start), 23 /* MADV_POPULATE_WRITE */);
}

// Zeroed variables, and `heap` bytes of what malloc will give out next, in one heap that is not given back in between.
static inline void pishkhan_take_memory(size_t heap) {
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 16 << 20);
    char *next = (char *)malloc(heap);
    if (next) pishkhan_populate(next, next + heap);
    free(next);
}

#endif
