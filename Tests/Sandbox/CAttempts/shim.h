#ifndef PISHKHAN_CATTEMPTS_H
#define PISHKHAN_CATTEMPTS_H

#include <sys/syscall.h>
#include <unistd.h>

// Any system call, as an intruder would make it: syscall(2) is variadic, which Swift cannot call.
static inline long attempt_call(long number, long first, long second, long third, long fourth, long fifth, long sixth) {
    return syscall(number, first, second, third, fourth, fifth, sixth);
}

#endif
