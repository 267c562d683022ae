#ifndef PISHKHAN_SECCOMP_H
#define PISHKHAN_SECCOMP_H

// seccomp(2): a process gives up system calls for good.
//
// The filter is a list of what is allowed; everything else is answered with EPERM, which covers also what future kernels
// bring. Programs and tracing end the process at once: nobody asks for those by mistake.

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// What a request needs: files, memory, waiting, the clock, random bytes, and a socket that is there already.
// Those with an argument to look at (open, openat, mmap, mprotect, socket, accept, sched_setaffinity) are not in this list.
#define PISHKHAN_CALLS(CALL, word)                                                                                     \
    CALL(word, SYS_read) CALL(word, SYS_write) CALL(word, SYS_readv) CALL(word, SYS_writev) CALL(word, SYS_pread64)    \
    CALL(word, SYS_pwrite64) CALL(word, SYS_sendfile) CALL(word, SYS_lseek) CALL(word, SYS_close)                      \
    CALL(word, SYS_fstat) CALL(word, SYS_newfstatat) CALL(word, SYS_statfs) CALL(word, SYS_fstatfs)                    \
    CALL(word, SYS_faccessat) CALL(word, SYS_readlinkat) CALL(word, SYS_getdents64) CALL(word, SYS_fsync)              \
    CALL(word, SYS_fdatasync) CALL(word, SYS_sync_file_range) CALL(word, SYS_ftruncate) CALL(word, SYS_fallocate)      \
    CALL(word, SYS_fadvise64) CALL(word, SYS_renameat) CALL(word, SYS_renameat2) CALL(word, SYS_unlinkat)              \
    CALL(word, SYS_fchmod) CALL(word, SYS_fchown) CALL(word, SYS_utimensat) CALL(word, SYS_fcntl)                      \
    CALL(word, SYS_flock) CALL(word, SYS_umask) CALL(word, SYS_brk) CALL(word, SYS_munmap) CALL(word, SYS_mremap)      \
    CALL(word, SYS_madvise) CALL(word, SYS_msync) CALL(word, SYS_connect) CALL(word, SYS_sendto)                       \
    CALL(word, SYS_recvfrom) CALL(word, SYS_sendmsg) CALL(word, SYS_recvmsg) CALL(word, SYS_shutdown)                  \
    CALL(word, SYS_getsockopt) CALL(word, SYS_setsockopt) CALL(word, SYS_ppoll) CALL(word, SYS_epoll_pwait)            \
    CALL(word, SYS_futex) CALL(word, SYS_sched_yield) CALL(word, SYS_nanosleep) CALL(word, SYS_clock_nanosleep)    \
    CALL(word, SYS_clock_gettime) CALL(word, SYS_getrandom) CALL(word, SYS_getpid) CALL(word, SYS_getuid)              \
    CALL(word, SYS_geteuid) CALL(word, SYS_getgid) CALL(word, SYS_getegid) CALL(word, SYS_rt_sigaction)                \
    CALL(word, SYS_rt_sigprocmask) CALL(word, SYS_rt_sigreturn) CALL(word, SYS_restart_syscall)                        \
    CALL(word, SYS_seccomp) CALL(word, SYS_setitimer) CALL(word, SYS_getrusage) CALL(word, SYS_sched_getaffinity)      \
    CALL(word, SYS_exit) CALL(word, SYS_exit_group)                                                                    \
    PISHKHAN_OLDER_CALLS(CALL, word)

// The calls' numbers lie in nine groups of 32: which ones, and their order.
#if defined(__x86_64__)
#define PISHKHAN_ARCHITECTURE AUDIT_ARCH_X86_64
#define PISHKHAN_OPEN SYS_open
#define PISHKHAN_OLDER_CALLS(CALL, word)                                                                               \
    CALL(word, SYS_stat) CALL(word, SYS_lstat) CALL(word, SYS_access) CALL(word, SYS_readlink) CALL(word, SYS_rename)  \
    CALL(word, SYS_unlink) CALL(word, SYS_poll) CALL(word, SYS_epoll_wait)
#define PISHKHAN_WORD_AT(rank) ((rank) < 5 ? (rank) : (rank) + 1)
#define PISHKHAN_IS_COVERED(word, call) && (call) < 320 && (call) / 32 != 5
#elif defined(__aarch64__)
#define PISHKHAN_ARCHITECTURE AUDIT_ARCH_AARCH64
#define PISHKHAN_OPEN SYS_openat // this architecture has no older forms
#define PISHKHAN_OLDER_CALLS(CALL, word)
#define PISHKHAN_WORD_AT(rank) (rank)
#define PISHKHAN_IS_COVERED(word, call) && (call) < 288
#endif

#ifdef PISHKHAN_ARCHITECTURE

// The list as a bit for each call, 32 to a word: the kernel translates the filter at every start, and a comparison for
// each call takes it four times as long.
#define PISHKHAN_BIT(word, call) | ((call) / 32 == (word) ? 1u << ((call) % 32) : 0u)
#define PISHKHAN_MASK(word) (0u PISHKHAN_CALLS(PISHKHAN_BIT, word))
_Static_assert(1 PISHKHAN_CALLS(PISHKHAN_IS_COVERED, 0), "a call of the list lies in a word that is not looked at");

// The places of the filter's instructions, so that jumps, which only lead forward, have names.
enum {
    PISHKHAN_BEGIN, PISHKHAN_LOAD_ARCHITECTURE, PISHKHAN_IF_ARCHITECTURE, PISHKHAN_LOAD_CALL,
    PISHKHAN_IF_OPENAT, PISHKHAN_IF_OPEN, PISHKHAN_IF_MMAP, PISHKHAN_IF_MPROTECT, PISHKHAN_IF_SOCKET, PISHKHAN_IF_ACCEPT,
    PISHKHAN_IF_SET_AFFINITY,
    PISHKHAN_IF_EXECVE, PISHKHAN_IF_EXECVEAT, PISHKHAN_IF_PTRACE, PISHKHAN_IF_READ_PROCESS, PISHKHAN_IF_WRITE_PROCESS,
    PISHKHAN_BIT_IN_WORD, PISHKHAN_KEEP_BIT_IN_WORD, PISHKHAN_ONE, PISHKHAN_SHIFT, PISHKHAN_KEEP_BIT,
    PISHKHAN_LOAD_CALL_AGAIN, PISHKHAN_WORD, PISHKHAN_WORDS,
    PISHKHAN_LOAD_OPENAT_FLAGS = PISHKHAN_WORDS + 3 * 9, PISHKHAN_IF_OPENAT_TRUNCATES,
    PISHKHAN_LOAD_OPEN_FLAGS, PISHKHAN_IF_OPEN_TRUNCATES, PISHKHAN_LOAD_PROTECTION, PISHKHAN_IF_EXECUTABLE,
    PISHKHAN_LOAD_DOMAIN, PISHKHAN_IF_LOCAL, PISHKHAN_LOAD_LISTENER, PISHKHAN_IF_STANDARD_INPUT,
    PISHKHAN_LOAD_PROCESS, PISHKHAN_IF_ITSELF,
    PISHKHAN_REFUSE, PISHKHAN_ALLOW, PISHKHAN_KILL, PISHKHAN_INSTRUCTIONS
};

// Both architectures are little-endian: the first half of an argument is its lower 32 bits.
#define PISHKHAN_ARGUMENT(index) offsetof(struct seccomp_data, args[index])
#define PISHKHAN_LOAD(here, what) [here] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, what)
#define PISHKHAN_IF(here, test, value, then, otherwise)                                                                \
    [here] = BPF_JUMP(BPF_JMP | test | BPF_K, value, (then) - (here) - 1, (otherwise) - (here) - 1)
#define PISHKHAN_IF_CALL(here, call, then) PISHKHAN_IF(here, BPF_JEQ, call, then, (here) + 1)
#define PISHKHAN_RETURN(here, action) [here] = BPF_STMT(BPF_RET | BPF_K, action)
#define PISHKHAN_IF_WORD(rank, otherwise)                                                                              \
    PISHKHAN_IF(PISHKHAN_WORDS + 3 * (rank), BPF_JEQ, PISHKHAN_WORD_AT(rank), PISHKHAN_WORDS + 3 * (rank) + 1,         \
                otherwise),                                                                                            \
    [PISHKHAN_WORDS + 3 * (rank) + 1] = BPF_STMT(BPF_LD | BPF_MEM, 0),                                                 \
    PISHKHAN_IF(PISHKHAN_WORDS + 3 * (rank) + 2, BPF_JSET, PISHKHAN_MASK(PISHKHAN_WORD_AT(rank)), PISHKHAN_ALLOW,      \
                PISHKHAN_REFUSE)
#define PISHKHAN_IF_WORD_ELSE_NEXT(rank) PISHKHAN_IF_WORD(rank, PISHKHAN_WORDS + 3 * (rank) + 3)

// Without the flag, old kernels make every process with a filter slow for fear of what it could read elsewhere.
static inline int pishkhan_add_filter(struct sock_filter *instructions, unsigned short count) {
    struct sock_fprog program = {count, instructions};
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program);
}

// Allows only the calls above: no programs, no processes, no sockets but local ones (none at all where `sockets` is 0)
// and connections to the one that is standard input (not where `accepts` is 0), no other processors for other processes,
// no tracing, no truncating by path, no executable memory, no mounting, no keys, no modules.
static inline int pishkhan_filter_calls(int sockets, int accepts) {
    struct sock_filter instructions[PISHKHAN_INSTRUCTIONS] = {
        // A kernel since 5.11 tries a new filter with the number of every call there is, to know in advance what is always
        // allowed, and gives up at an instruction like this one, which otherwise does nothing. Of the bits below it would
        // learn nothing in any case; so the filter is in force in half the time.
        [PISHKHAN_BEGIN] = BPF_STMT(BPF_LDX | BPF_W | BPF_IMM, 0),
        PISHKHAN_LOAD(PISHKHAN_LOAD_ARCHITECTURE, offsetof(struct seccomp_data, arch)),
        PISHKHAN_IF(PISHKHAN_IF_ARCHITECTURE, BPF_JEQ, PISHKHAN_ARCHITECTURE, PISHKHAN_LOAD_CALL, PISHKHAN_KILL),
        PISHKHAN_LOAD(PISHKHAN_LOAD_CALL, offsetof(struct seccomp_data, nr)),
        PISHKHAN_IF_CALL(PISHKHAN_IF_OPENAT, SYS_openat, PISHKHAN_LOAD_OPENAT_FLAGS),
        PISHKHAN_IF_CALL(PISHKHAN_IF_OPEN, PISHKHAN_OPEN, PISHKHAN_LOAD_OPEN_FLAGS),
        PISHKHAN_IF_CALL(PISHKHAN_IF_MMAP, SYS_mmap, PISHKHAN_LOAD_PROTECTION),
        PISHKHAN_IF_CALL(PISHKHAN_IF_MPROTECT, SYS_mprotect, PISHKHAN_LOAD_PROTECTION),
        PISHKHAN_IF_CALL(PISHKHAN_IF_SOCKET, SYS_socket, PISHKHAN_LOAD_DOMAIN),
        PISHKHAN_IF_CALL(PISHKHAN_IF_ACCEPT, SYS_accept, PISHKHAN_LOAD_LISTENER),
        PISHKHAN_IF_CALL(PISHKHAN_IF_SET_AFFINITY, SYS_sched_setaffinity, PISHKHAN_LOAD_PROCESS),
        PISHKHAN_IF_CALL(PISHKHAN_IF_EXECVE, SYS_execve, PISHKHAN_KILL),
        PISHKHAN_IF_CALL(PISHKHAN_IF_EXECVEAT, SYS_execveat, PISHKHAN_KILL),
        PISHKHAN_IF_CALL(PISHKHAN_IF_PTRACE, SYS_ptrace, PISHKHAN_KILL),
        PISHKHAN_IF_CALL(PISHKHAN_IF_READ_PROCESS, SYS_process_vm_readv, PISHKHAN_KILL),
        PISHKHAN_IF_CALL(PISHKHAN_IF_WRITE_PROCESS, SYS_process_vm_writev, PISHKHAN_KILL),

        // Memory 0 gets 1 << (call % 32), the accumulator call / 32.
        [PISHKHAN_BIT_IN_WORD] = BPF_STMT(BPF_ALU | BPF_AND | BPF_K, 31),
        [PISHKHAN_KEEP_BIT_IN_WORD] = BPF_STMT(BPF_MISC | BPF_TAX, 0),
        [PISHKHAN_ONE] = BPF_STMT(BPF_LD | BPF_IMM, 1),
        [PISHKHAN_SHIFT] = BPF_STMT(BPF_ALU | BPF_LSH | BPF_X, 0),
        [PISHKHAN_KEEP_BIT] = BPF_STMT(BPF_ST, 0),
        PISHKHAN_LOAD(PISHKHAN_LOAD_CALL_AGAIN, offsetof(struct seccomp_data, nr)),
        [PISHKHAN_WORD] = BPF_STMT(BPF_ALU | BPF_RSH | BPF_K, 5),
        PISHKHAN_IF_WORD_ELSE_NEXT(0), PISHKHAN_IF_WORD_ELSE_NEXT(1), PISHKHAN_IF_WORD_ELSE_NEXT(2),
        PISHKHAN_IF_WORD_ELSE_NEXT(3), PISHKHAN_IF_WORD_ELSE_NEXT(4), PISHKHAN_IF_WORD_ELSE_NEXT(5),
        PISHKHAN_IF_WORD_ELSE_NEXT(6), PISHKHAN_IF_WORD_ELSE_NEXT(7), PISHKHAN_IF_WORD(8, PISHKHAN_REFUSE),

        PISHKHAN_LOAD(PISHKHAN_LOAD_OPENAT_FLAGS, PISHKHAN_ARGUMENT(2)),
        PISHKHAN_IF(PISHKHAN_IF_OPENAT_TRUNCATES, BPF_JSET, O_TRUNC, PISHKHAN_REFUSE, PISHKHAN_ALLOW),
        PISHKHAN_LOAD(PISHKHAN_LOAD_OPEN_FLAGS, PISHKHAN_ARGUMENT(1)),
        PISHKHAN_IF(PISHKHAN_IF_OPEN_TRUNCATES, BPF_JSET, O_TRUNC, PISHKHAN_REFUSE, PISHKHAN_ALLOW),
        PISHKHAN_LOAD(PISHKHAN_LOAD_PROTECTION, PISHKHAN_ARGUMENT(2)),
        PISHKHAN_IF(PISHKHAN_IF_EXECUTABLE, BPF_JSET, PROT_EXEC, PISHKHAN_REFUSE, PISHKHAN_ALLOW),
        PISHKHAN_LOAD(PISHKHAN_LOAD_DOMAIN, PISHKHAN_ARGUMENT(0)),
        PISHKHAN_IF(PISHKHAN_IF_LOCAL, BPF_JEQ, AF_UNIX, sockets ? PISHKHAN_ALLOW : PISHKHAN_REFUSE, PISHKHAN_REFUSE),
        PISHKHAN_LOAD(PISHKHAN_LOAD_LISTENER, PISHKHAN_ARGUMENT(0)),
        PISHKHAN_IF(PISHKHAN_IF_STANDARD_INPUT, BPF_JEQ, 0, accepts ? PISHKHAN_ALLOW : PISHKHAN_REFUSE, PISHKHAN_REFUSE),
        PISHKHAN_LOAD(PISHKHAN_LOAD_PROCESS, PISHKHAN_ARGUMENT(0)),
        PISHKHAN_IF(PISHKHAN_IF_ITSELF, BPF_JEQ, 0, PISHKHAN_ALLOW, PISHKHAN_REFUSE),

        PISHKHAN_RETURN(PISHKHAN_REFUSE, SECCOMP_RET_ERRNO | EPERM),
        PISHKHAN_RETURN(PISHKHAN_ALLOW, SECCOMP_RET_ALLOW),
        PISHKHAN_RETURN(PISHKHAN_KILL, SECCOMP_RET_KILL_PROCESS),
    };
    return pishkhan_add_filter(instructions, PISHKHAN_INSTRUCTIONS);
}

// Refuses sockets that the first filter still allowed.
static inline int pishkhan_filter_sockets(void) {
    struct sock_filter instructions[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    return pishkhan_add_filter(instructions, sizeof instructions / sizeof *instructions);
}

// Whether this kernel can end a process by a filter.
static inline int pishkhan_knows_filters(void) {
    uint32_t action = SECCOMP_RET_KILL_PROCESS;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

#else

// A filter names calls by numbers, which each architecture has its own of.
static inline int pishkhan_filter_calls(int sockets, int accepts) { (void)sockets; (void)accepts; errno = ENOSYS; return -1; }
static inline int pishkhan_filter_sockets(void) { errno = ENOSYS; return -1; }
static inline int pishkhan_knows_filters(void) { return 0; }

#endif
#endif
