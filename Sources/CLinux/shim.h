#ifndef PISHKHAN_CLINUX_H
#define PISHKHAN_CLINUX_H

// Calls of Linux that Swift's Glibc module leaves out.

// signalfd(2): signals as something to poll.
#include <sys/signalfd.h>

// epoll(7): waits for several descriptors, beside other processes that wait for the same.
#include <errno.h>
#include <sys/epoll.h>
static inline int pishkhan_watch(int set, int descriptor, int exclusively) {
    struct epoll_event event = {EPOLLIN | (exclusively ? EPOLLEXCLUSIVE : 0), {.fd = descriptor}};
    return epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event);
}

// Waits until one of two watched descriptors is readable; answers which in a bit mask: bit 0 for the one that is
// `first`, bit 1 for the other. 0 where the time is over, -1 with errno
// where it cannot wait.
static inline int pishkhan_wait(int set, int first, int milliseconds) {
    struct epoll_event events[2];
    int count = epoll_wait(set, events, 2, milliseconds), ready = 0;
    if (count < 0) return errno == EINTR ? 0 : -1;
    for (int index = 0; index < count; index++) ready |= events[index].data.fd == first ? 1 : 2;
    return ready;
}

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

// Takes `heap` bytes of what malloc will give out next from the kernel in one call, in one heap that is not given back in
// between: a page that is first touched when it is needed costs a fault each, several times as much. Kernels before 5.14 do
// not know MADV_POPULATE_WRITE; nothing is lost then.
static inline void pishkhan_take_memory(size_t heap) {
    const unsigned long page = 4096;
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 16 << 20);
    char *next = (char *)malloc(heap);
    if (!next) return;
    unsigned long start = ((unsigned long)next + page - 1) & ~(page - 1), end = (unsigned long)(next + heap) & ~(page - 1);
    madvise((void *)start, end - start, 23 /* MADV_POPULATE_WRITE */);
    free(next);
}

#endif
