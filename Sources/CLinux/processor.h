#ifndef PISHKHAN_PROCESSOR_H
#define PISHKHAN_PROCESSOR_H

// The processor that a thread runs on.

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// Its declaration needs _GNU_SOURCE. It makes no system call.
extern int sched_getcpu(void);

// How often the calling thread had to wait though it could have gone on (getrusage(2)).
static inline long pishkhan_times_preempted(void) {
    struct rusage usage = {0};
    getrusage(1 /* RUSAGE_THREAD, whose name needs _GNU_SOURCE */, &usage);
    return usage.ru_nivcsw;
}

// Goes on on another one of the processors that the calling thread may use (sched_setaffinity(2)); stays where there is none.
static inline void pishkhan_change_processor(void) {
    unsigned long allowed[16]; // 1024 processors; a kernel for more of them refuses
    const unsigned bits = 8 * sizeof *allowed;
    int here = sched_getcpu();
    if (here < 0 || here >= 16 * (int)bits) return;
    long size = syscall(SYS_sched_getaffinity, 0, sizeof allowed, allowed);
    if (size <= 0) return;
    allowed[here / bits] &= ~(1UL << here % bits);
    syscall(SYS_sched_setaffinity, 0, size, allowed);
}

#endif
