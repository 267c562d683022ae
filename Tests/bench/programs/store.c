/* Keeps a request's body as safely as a file can be kept, and does nothing else: copy, sync, rename, sync the
   folder. STORE_FOLDER names the folder. What registering a letter costs above this is our own. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int failed(const char *what)
{
    printf("Status: 500 Internal Server Error\r\nContent-Type: text/plain\r\n\r\n%s: errno %d\n", what, errno);
    return 1;
}

int main(void)
{
    static char buffer[65536];
    char target[32];
    const char *folder = getenv("STORE_FOLDER"), *length = getenv("CONTENT_LENGTH");
    if (!folder || !length || chdir(folder)) return failed("folder");

    char temporary[] = "incoming-XXXXXX";
    int file = mkstemp(temporary);
    if (file < 0) return failed("create");
    long left = atol(length);
    while (left > 0) {
        ssize_t got = read(0, buffer, left < (long)sizeof buffer ? (size_t)left : sizeof buffer);
        if (got <= 0) return failed("read");
        for (ssize_t at = 0; at < got;) {
            ssize_t put = write(file, buffer + at, (size_t)(got - at));
            if (put <= 0) return failed("write");
            at += put;
        }
        left -= got;
    }
    if (fsync(file) || close(file)) return failed("sync");
    snprintf(target, sizeof target, "kept-%s", temporary + 9);
    if (rename(temporary, target)) return failed("rename");
    int directory = open(".", O_RDONLY | O_DIRECTORY);
    if (directory < 0 || fsync(directory)) return failed("sync folder");
    printf("Status: 303 See Other\r\nLocation: /\r\nContent-Type: text/plain\r\n\r\nkept\n");
    return 0;
}
