#ifndef PISHKHAN_RLIMIT_H
#define PISHKHAN_RLIMIT_H

// Limits of what a process may use.
//
// prlimit(2), whose declaration needs _GNU_SOURCE: sets a resource limit and tells the old one in one call.

#include <errno.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

// Lowers soft and hard limit of this process to `value`; one that is lower already stays. Answers 0, or -1 with errno.
static inline int pishkhan_lower_limit(int resource, unsigned long long value) {
    unsigned long long wanted[2] = {value, value}, old[2] = {0, 0};
    if (syscall(SYS_prlimit64, 0, resource, wanted, old) != 0) {
        // Only root may raise a hard limit: who is refused may have a lower one.
        if (errno != EPERM || syscall(SYS_prlimit64, 0, resource, NULL, old) != 0) return -1;
        errno = EPERM;
        return old[1] <= value ? 0 : -1;
    }
    if (old[0] >= value && old[1] >= value) return 0;
    // One of the two was lower.
    wanted[0] = old[0] < value ? old[0] : value;
    wanted[1] = old[1] < value ? old[1] : value;
    return (int)syscall(SYS_prlimit64, 0, resource, wanted, NULL);
}

// From now on the process may take so many more seconds of processor time; SIGPROF ends it then. It can be said again and
// again, where a resource limit counts from the start.
static inline int pishkhan_limit_processor_time(long seconds) {
    struct itimerval wanted = {{0, 0}, {seconds, 0}};
    return setitimer(ITIMER_PROF, &wanted, NULL);
}

#endif
