#ifndef PISHKHAN_LANDLOCK_H
#define PISHKHAN_LANDLOCK_H

// Landlock (https://docs.kernel.org/userspace-api/landlock.html): a process gives up files for good.
//
// The C library has no functions for it, Swift cannot call syscall(2), and the kernel headers of Debian 12 are older than
// many kernels that it runs on: so the calls and the structure of ABI 6 stand here. Each call answers -1 and sets errno
// where it fails.

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <unistd.h>

// `struct landlock_ruleset_attr`; older kernels take it too, as long as what they do not know is 0.
struct pishkhan_landlock_rights {
    uint64_t files;  // since ABI 1
    uint64_t tcp;    // since ABI 4
    uint64_t scopes; // since ABI 6
};

// The newest ABI of this kernel, 1 or more.
static inline int pishkhan_landlock_abi(void) {
    return (int)syscall(444, NULL, (size_t)0, 1u);
}

// A ruleset as a descriptor: what it names is refused from then on, unless a path is added.
static inline int pishkhan_landlock_create(const struct pishkhan_landlock_rights *handled) {
    return (int)syscall(444, handled, sizeof *handled, 0u);
}

// A descriptor that names a folder or a file and can do nothing else (O_PATH, which needs _GNU_SOURCE).
static inline int pishkhan_open_place(const char *path) {
    return open(path, 010000000 | O_CLOEXEC);
}

// Allows `files` below the folder (or in the file) that `parent` names.
static inline int pishkhan_landlock_add_path(int ruleset, uint64_t files, int parent) {
    struct __attribute__((packed)) { uint64_t files; int32_t parent; } rule = {files, parent};
    return (int)syscall(445, ruleset, 1, &rule, 0u);
}

// Puts the ruleset in force for this thread and what it starts; there is no way back.
static inline int pishkhan_landlock_restrict(int ruleset) {
    return (int)syscall(446, ruleset, 0u);
}

// Programs that are started can no longer gain rights (set-user-id); Landlock and seccomp ask for it.
static inline int pishkhan_no_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

#endif
