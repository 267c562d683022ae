#ifndef PISHKHAN_CSQLITE_H
#define PISHKHAN_CSQLITE_H

#include <sqlite3.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift cannot express.
static inline int pishkhan_bind_text(sqlite3_stmt *statement, int index, const char *text, int bytes) {
    return sqlite3_bind_text(statement, index, text, bytes, SQLITE_TRANSIENT);
}

static inline int pishkhan_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Waits for another writer, 10 ms in steps of a quarter, then in steps of 2.5: a writer needs the lock for about as long as
// one sync takes, and SQLite's own steps of 1, 2, 5 and 10 ms would let the disk rest in between.
static int pishkhan_wait_for_writer(void *patience, int tries) {
    int isShort = tries < 40;
    long waited = isShort ? tries * 250L : 10000L + (tries - 40) * 2500L;
    if (waited >= (long)(intptr_t)patience * 1000) return 0;
    struct timespec pause = {0, isShort ? 250000 : 2500000};
    nanosleep(&pause, 0);
    return 1;
}

// How many milliseconds a connection waits for others.
static inline int pishkhan_set_patience(sqlite3 *database, int milliseconds) {
    return sqlite3_busy_handler(database, pishkhan_wait_for_writer, (void *)(intptr_t)milliseconds);
}

// sqlite3_db_config and sqlite3_file_control are variadic or take raw pointers: foreign keys are kept, and
// the WAL stays when the last connection closes, so that a request does not pay for a checkpoint.
static inline int pishkhan_set_up(sqlite3 *database) {
    int persist = 1;
    int status = sqlite3_file_control(database, "main", SQLITE_FCNTL_PERSIST_WAL, &persist);
    if (status != SQLITE_OK) return status;
    status = sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, (int *)0);
    if (status != SQLITE_OK) return status;
    return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

// SQLite syncs the folder of a write-ahead log at each connection's first commit, since it asks for the log to be created
// and does not know whether it was. Ours is made with the desk, and its folder synced, and is never deleted: a log that
// holds something is opened as a file that exists, and each request that writes is spared a sync.
static int pishkhan_open_kept_log(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *opened) {
    sqlite3_vfs *system = (sqlite3_vfs *)vfs->pAppData;
    struct stat status;
    if (flags & SQLITE_OPEN_WAL && stat(name, &status) == 0 && status.st_size > 0) flags &= ~SQLITE_OPEN_CREATE;
    return system->xOpen(system, name, file, flags, opened);
}

// SQLite looks at each folder of a path for symbolic links. Ours are absolute, and the file itself is opened only if it is
// none: so the log lies beside it under one name for everybody.
static int pishkhan_take_absolute_path(sqlite3_vfs *vfs, const char *name, int size, char *whole) {
    sqlite3_vfs *system = (sqlite3_vfs *)vfs->pAppData;
    if (name[0] != '/' || strlen(name) >= (size_t)size) return system->xFullPathname(system, name, size, whole);
    strcpy(whole, name);
    return SQLITE_OK;
}

// Makes the system's files, with the two functions above, known by the name "kept-log".
static inline int pishkhan_register_kept_log(void) {
    static sqlite3_vfs kept_log;
    sqlite3_vfs *system = sqlite3_vfs_find(0);
    if (!system) return SQLITE_ERROR;
    kept_log = *system;
    kept_log.zName = "kept-log";
    kept_log.pAppData = system;
    kept_log.xOpen = pishkhan_open_kept_log;
    kept_log.xFullPathname = pishkhan_take_absolute_path;
    return sqlite3_vfs_register(&kept_log, 0);
}

// For a program of one thread that ends after one answer: no mutexes, no statistics, and no cache of twenty pages that is
// laid out before the first one is read.
static inline void pishkhan_spare(void) {
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)0, 0, 0);
}

#endif
