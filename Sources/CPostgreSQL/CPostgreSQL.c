#include "CPostgreSQL.h"
#include <dlfcn.h>
#include <postgresql/libpq-fe.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CALLS(CALL)                                                                               \
    CALL(PQconninfoParse) CALL(PQconninfoFree) CALL(PQfreemem) CALL(PQconnectdbParams)            \
    CALL(PQfinish) CALL(PQstatus) CALL(PQerrorMessage) CALL(PQhost) CALL(PQport) CALL(PQuser)     \
    CALL(PQdb) CALL(PQsetNoticeProcessor) CALL(PQexec) CALL(PQexecParams) CALL(PQclear)           \
    CALL(PQresultStatus) CALL(PQresultErrorField) CALL(PQntuples) CALL(PQnfields)                 \
    CALL(PQgetisnull) CALL(PQgetvalue) CALL(PQcmdStatus)

#define POINTER(name) __typeof__(name) *name##_;
static struct {
    void *library;
    CALLS(POINTER)
} pq;

static pthread_once_t loading = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
    int found = 1;
#define FIND(name) found &= (pq.name##_ = (__typeof__(name) *)dlsym(library, #name)) != NULL;
    CALLS(FIND)
    /* Never unloaded: OpenSSL, which it brings, does not survive that. */
    if (found) pq.library = library;
}

struct jpq_connection {
    PGconn *server;
};

struct jpq_answer {
    PGresult *result;
};

static void keep(char *place, size_t capacity, const char *words) {
    snprintf(place, capacity, "%s", words == NULL ? "" : words);
    for (char *end = place + strlen(place); end > place && end[-1] == '\n';) *--end = 0;
}

static void no_notice(void *user, const char *words) {
    (void)user;
    (void)words;
}

static enum jpq_opening check(const char *address, char *problem, size_t capacity) {
    char *words = NULL;
    PQconninfoOption *options = pq.PQconninfoParse_(address, &words);
    if (options == NULL) {
        keep(problem, capacity, "");
        if (words != NULL) pq.PQfreemem_(words);
        return JPQ_BAD_ADDRESS;
    }
    enum jpq_opening found = JPQ_OPENED;
    for (PQconninfoOption *option = options; option->keyword != NULL; option++)
        if (option->val != NULL && (strcmp(option->keyword, "password") == 0 ||
                                    strcmp(option->keyword, "sslpassword") == 0))
            found = JPQ_HAS_PASSWORD;
    pq.PQconninfoFree_(options);
    return found;
}

/* What comes before "dbname" gives way to the address, what comes after does not. */
static const char *const keywords[] = {
    "application_name", "connect_timeout", "keepalives_idle", "keepalives_interval",
    "keepalives_count", "tcp_user_timeout", "dbname", "target_session_attrs", "client_encoding",
    NULL};

enum jpq_opening jpq_open(
    const char *address, char *name, char *problem, size_t capacity,
    jpq_connection **connection) {
    pthread_once(&loading, load);
    if (pq.library == NULL) return JPQ_NO_LIBRARY;
    enum jpq_opening found = check(address, problem, capacity);
    if (found != JPQ_OPENED) return found;
    const char *const values[] = {
        "justificatif", "10", "10", "5", "3", "30000", address, "read-write", "UTF8", NULL};
    PGconn *server = pq.PQconnectdbParams_(keywords, values, 1);
    jpq_connection *opened = malloc(sizeof *opened);
    if (server == NULL || opened == NULL || pq.PQstatus_(server) != CONNECTION_OK) {
        keep(problem, capacity, server == NULL ? "" : pq.PQerrorMessage_(server));
        pq.PQfinish_(server);
        free(opened);
        return JPQ_NOT_CONNECTED;
    }
    pq.PQsetNoticeProcessor_(server, no_notice, NULL);
    snprintf(
        name, capacity, "postgresql://%s@%s:%s/%s", pq.PQuser_(server), pq.PQhost_(server),
        pq.PQport_(server), pq.PQdb_(server));
    opened->server = server;
    *connection = opened;
    return JPQ_OPENED;
}

void jpq_close(jpq_connection *connection) {
    pq.PQfinish_(connection->server);
    free(connection);
}

enum jpq_outcome jpq_run(
    jpq_connection *connection, const char *statement, int count, const char *const *values,
    jpq_answer **answer) {
    PGresult *result =
        count == 0
            ? pq.PQexec_(connection->server, statement)
            : pq.PQexecParams_(
                  connection->server, statement, count, NULL, values, NULL, NULL, 0);
    jpq_answer *kept = malloc(sizeof *kept);
    if (kept == NULL || result == NULL || pq.PQstatus_(connection->server) != CONNECTION_OK) {
        pq.PQclear_(result);
        free(kept);
        return JPQ_LOST;
    }
    kept->result = result;
    *answer = kept;
    ExecStatusType status = pq.PQresultStatus_(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? JPQ_DONE : JPQ_REFUSED;
}

void jpq_release(jpq_answer *answer) {
    pq.PQclear_(answer->result);
    free(answer);
}

int jpq_row_count(const jpq_answer *answer) { return pq.PQntuples_(answer->result); }

int jpq_column_count(const jpq_answer *answer) { return pq.PQnfields_(answer->result); }

const char *jpq_value(const jpq_answer *answer, int row, int column) {
    if (pq.PQgetisnull_(answer->result, row, column)) return NULL;
    return pq.PQgetvalue_(answer->result, row, column);
}

const char *jpq_tag(const jpq_answer *answer) { return pq.PQcmdStatus_(answer->result); }

static const char *field(const jpq_answer *answer, int code) {
    const char *text = pq.PQresultErrorField_(answer->result, code);
    return text == NULL ? "" : text;
}

const char *jpq_state(const jpq_answer *answer) { return field(answer, PG_DIAG_SQLSTATE); }

const char *jpq_words(const jpq_answer *answer) { return field(answer, PG_DIAG_MESSAGE_PRIMARY); }
