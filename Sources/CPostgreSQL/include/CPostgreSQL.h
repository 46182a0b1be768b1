#pragma once

#include <stddef.h>

/* Debian's libpq, loaded when a server is asked for: nothing here is linked. Values go beside the
   text of a statement, never into it; all of them, and all that comes back, are text. */
typedef struct jpq_connection jpq_connection;
typedef struct jpq_answer jpq_answer;

enum jpq_opening {
    JPQ_OPENED,
    JPQ_NO_LIBRARY,
    /* No connection URI. */
    JPQ_BAD_ADDRESS,
    /* A password is in the address, which every user of the machine can read. */
    JPQ_HAS_PASSWORD,
    JPQ_NOT_CONNECTED,
};

/* Connects to a server that takes changes. `name` becomes postgresql://user@host:port/database, and
   `problem` the words of the library; each has `capacity` bytes. Only a connection that was opened
   is closed. */
enum jpq_opening jpq_open(
    const char *address, char *name, char *problem, size_t capacity, jpq_connection **connection);
void jpq_close(jpq_connection *connection);

enum jpq_outcome {
    JPQ_DONE,
    /* The server refused: SQLSTATE and words are in the answer. */
    JPQ_REFUSED,
    /* The connection is lost, or there is no memory for the answer. */
    JPQ_LOST,
};

/* Runs one statement; without values it may be several, of which the last one's answer is kept. A
   NULL among the values is the NULL of SQL. The answer is there unless the outcome is JPQ_LOST. */
enum jpq_outcome jpq_run(
    jpq_connection *connection, const char *statement, int count, const char *const *values,
    jpq_answer **answer);
void jpq_release(jpq_answer *answer);

int jpq_row_count(const jpq_answer *answer);
int jpq_column_count(const jpq_answer *answer);
/* Lives as long as the answer; NULL for the NULL of SQL. */
const char *jpq_value(const jpq_answer *answer, int row, int column);
/* What was done, such as "COMMIT" or "UPDATE 3". */
const char *jpq_tag(const jpq_answer *answer);
/* Five characters, and one line without the values that PostgreSQL puts into its details. */
const char *jpq_state(const jpq_answer *answer);
const char *jpq_words(const jpq_answer *answer);
