#ifndef PISHKHAN_CCURL_H
#define PISHKHAN_CCURL_H

#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>

// What we use of libcurl. It is opened when something is first sent, not with the program: it brings two dozen libraries,
// which take longer to load than all else that a command needs to begin, and few commands send anything.
#define PISHKHAN_CURL_FUNCTIONS(EACH)                                                                                     \
    EACH(global_init)                                                                                                     \
    EACH(easy_init)                                                                                                       \
    EACH(easy_setopt)                                                                                                     \
    EACH(easy_getinfo)                                                                                                    \
    EACH(easy_perform)                                                                                                    \
    EACH(easy_cleanup)                                                                                                    \
    EACH(easy_strerror)                                                                                                   \
    EACH(slist_append)                                                                                                    \
    EACH(slist_free_all)                                                                                                  \
    EACH(getdate)

#define PISHKHAN_CURL_POINTER(name) __typeof__(curl_##name) *name;
struct pishkhan_curl {
    PISHKHAN_CURL_FUNCTIONS(PISHKHAN_CURL_POINTER)
};

// Answers with why libcurl cannot be used (the text is the dynamic linker's), or with NULL. The library stays open.
static inline const char *pishkhan_curl_open(struct pishkhan_curl *curl) {
    // The name has been this one since 2006.
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return dlerror();
#define PISHKHAN_CURL_FIND(name)                                                                                          \
    curl->name = (__typeof__(curl->name))dlsym(library, "curl_" #name);                                                   \
    if (curl->name == NULL) return dlerror();
    PISHKHAN_CURL_FUNCTIONS(PISHKHAN_CURL_FIND)
    return NULL;
}

// curl_easy_setopt and curl_easy_getinfo are variadic, and Swift cannot call variadic functions.
static inline CURLcode pishkhan_curl_set_text(
    struct pishkhan_curl curl, CURL *handle, CURLoption option, const char *text) {
    return curl.easy_setopt(handle, option, text);
}

static inline CURLcode pishkhan_curl_set_number(
    struct pishkhan_curl curl, CURL *handle, CURLoption option, long number) {
    return curl.easy_setopt(handle, option, number);
}

static inline CURLcode pishkhan_curl_set_list(
    struct pishkhan_curl curl, CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl.easy_setopt(handle, option, list);
}

static inline CURLcode pishkhan_curl_set_writer(
    struct pishkhan_curl curl, CURL *handle, curl_write_callback writer, void *context) {
    CURLcode code = curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, writer);
    if (code != CURLE_OK) return code;
    return curl.easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

static inline CURLcode pishkhan_curl_set_header_reader(
    struct pishkhan_curl curl, CURL *handle, curl_write_callback reader, void *context) {
    CURLcode code = curl.easy_setopt(handle, CURLOPT_HEADERFUNCTION, reader);
    if (code != CURLE_OK) return code;
    return curl.easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

static inline CURLcode pishkhan_curl_set_body(
    struct pishkhan_curl curl, CURL *handle, curl_read_callback body) {
    return curl.easy_setopt(handle, CURLOPT_READFUNCTION, body);
}

static inline CURLcode pishkhan_curl_status(struct pishkhan_curl curl, CURL *handle, long *status) {
    return curl.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
}

#endif
