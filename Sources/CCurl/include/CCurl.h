#pragma once
#include <stddef.h>
#include <stdint.h>

/* One call of HTTP by libcurl, whose options take variable arguments and need C.

   No redirect, proxy, cookie, netrc or signal; one connection, closed after it. */

typedef struct {
    size_t count;     /* of the body */
    long status;
    long retry_after; /* seconds, -1 if not said as a number */
} jcurl_answer;

enum { JCURL_DONE, JCURL_TIMED_OUT, JCURL_TOO_LARGE, JCURL_NOT_TRUSTED, JCURL_UNREACHABLE };

/* Returns one of the above. `allow_http`: else https only. `form`: the body of a POST, NULL for a
   GET. `lines`: whole fields of the header, "Authorization: Bearer ...", a line each; may be
   empty. `authorities`: a file of CA certificates, NULL for the system's. The body of the answer
   goes to `bytes`. */
int jcurl_call(
    const char *address, int allow_http, const char *form, const char *lines,
    const char *authorities, long milliseconds, uint8_t *bytes, size_t capacity,
    jcurl_answer *answer);
