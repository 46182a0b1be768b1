#include "CCurl.h"
#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static pthread_once_t started = PTHREAD_ONCE_INIT;

static void start(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

/* Where the body goes: the caller's memory. */
typedef struct {
    uint8_t *bytes;
    size_t capacity;
    size_t count;
    int is_too_large;
} memory;

static size_t take_body(char *bytes, size_t size, size_t count, void *user) {
    memory *body = user;
    size_t length = size * count;
    if (length > body->capacity - body->count) {
        body->is_too_large = 1;
        return 0;
    }
    memcpy(body->bytes + body->count, bytes, length);
    body->count += length;
    return length;
}

static size_t take_field(char *bytes, size_t size, size_t count, void *user) {
    static const char name[] = "retry-after:";
    jcurl_answer *answer = user;
    size_t length = size * count;
    size_t place = sizeof name - 1;
    if (length > place && strncasecmp(bytes, name, place) == 0) {
        while (place < length && bytes[place] == ' ')
            place++;
        long seconds = 0;
        int digits = 0;
        while (place < length && bytes[place] >= '0' && bytes[place] <= '9' && digits < 6) {
            seconds = seconds * 10 + (bytes[place++] - '0');
            digits++;
        }
        answer->retry_after = digits > 0 ? seconds : -1;
    }
    return length;
}

static int result_of(CURLcode code, const memory *body) {
    if (code == CURLE_OK)
        return JCURL_DONE;
    if (body->is_too_large || code == CURLE_FILESIZE_EXCEEDED)
        return JCURL_TOO_LARGE;
    if (code == CURLE_OPERATION_TIMEDOUT)
        return JCURL_TIMED_OUT;
    if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
        code == CURLE_SSL_CACERT_BADFILE)
        return JCURL_NOT_TRUSTED;
    return JCURL_UNREACHABLE;
}

static void set_limits(CURL *curl, int allow_http, long milliseconds, size_t capacity) {
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, allow_http ? "https,http" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, milliseconds);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)capacity);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
}

/* The list with each line of `lines` as a field of its own. */
static struct curl_slist *with_lines(struct curl_slist *list, const char *lines) {
    while (*lines != 0) {
        size_t length = strcspn(lines, "\n");
        char *line = strndup(lines, length);
        if (line != NULL && length > 0)
            list = curl_slist_append(list, line);
        free(line);
        lines += length + (lines[length] == '\n');
    }
    return list;
}

int jcurl_call(
    const char *address, int allow_http, const char *form, const char *lines,
    const char *authorities, long milliseconds, uint8_t *bytes, size_t capacity,
    jcurl_answer *answer) {
    memory body = {bytes, capacity, 0, 0};
    *answer = (jcurl_answer){0, 0, -1};
    pthread_once(&started, start);
    CURL *curl = curl_easy_init();
    if (curl == NULL)
        return JCURL_UNREACHABLE;
    /* Waiting for "100 Continue" would cost a second of the five. */
    struct curl_slist *fields = with_lines(curl_slist_append(NULL, "Expect:"), lines);

    set_limits(curl, allow_http, milliseconds, capacity);
    curl_easy_setopt(curl, CURLOPT_URL, address);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
    if (authorities != NULL) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, authorities);
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
    }
    if (form != NULL)
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_field);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, answer);

    CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer->status);
    answer->count = body.count;
    curl_slist_free_all(fields);
    curl_easy_cleanup(curl);
    return result_of(code, &body);
}
