// The least a spool daemon can do: the same file operations as justificatifd in batches of 128, and
// one libsodium verification a file; nothing is parsed, decided, counted or logged.
//
//     floor files|journal SPOOL
//
// Takes every file of SPOOL/in; prints files, wall seconds and processor seconds.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 128, VERDICT = 700, MESSAGE = 200 };

static int in, work, done, verdicts, journal;
static unsigned char key[32], secret[64], message[MESSAGE], signature[64];
static char verdict[VERDICT];

static void must(int ok, const char *what) {
    if (!ok) {
        perror(what);
        exit(1);
    }
}

static int folder(const char *spool, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", spool, name);
    int number = open(path, O_RDONLY | O_DIRECTORY);
    must(number >= 0, path);
    return number;
}

static void judge(const char *claimed, const char *temporary, int in_journal) {
    char text[4096];
    struct stat status;
    int file = openat(work, claimed, O_RDONLY | O_NOFOLLOW);
    must(file >= 0 && fstat(file, &status) == 0 && read(file, text, sizeof text) >= 0, "read");
    close(file);
    must(crypto_sign_verify_detached(signature, message, MESSAGE, key) == 0, "verify");
    if (in_journal) return;
    file = openat(verdicts, temporary, O_WRONLY | O_CREAT | O_EXCL, 0640);
    must(file >= 0 && write(file, verdict, VERDICT) == VERDICT, "write");
    close(file);
}

static void batch(char names[][256], int count, long first, int in_journal) {
    char claimed[512], temporary[64], published[512];
    static char lines[BATCH * VERDICT];
#define CLAIMED(i) snprintf(claimed, sizeof claimed, "1790000000000-%07ld.a1.%s", first + i, names[i])
#define TEMPORARY(i) snprintf(temporary, sizeof temporary, ".tmp-1790000000000-%07ld", first + i)
    for (int i = 0; i < count; i++) {
        CLAIMED(i);
        must(renameat2(in, names[i], work, claimed, RENAME_NOREPLACE) == 0, "claim");
    }
    for (int i = 0; i < count; i++) {
        CLAIMED(i);
        TEMPORARY(i);
        judge(claimed, temporary, in_journal);
    }
    if (in_journal) {
        must(fsync(work) == 0, "flush claims");
        for (int i = 0; i < count; i++) memcpy(lines + i * VERDICT, verdict, VERDICT);
        must(write(journal, lines, count * VERDICT) == count * VERDICT, "append");
        must(fdatasync(journal) == 0, "flush journal");
    } else {
        must(syncfs(verdicts) == 0, "flush verdicts");
    }
    for (int i = 0; i < count; i++) {
        CLAIMED(i);
        must(renameat2(work, claimed, done, claimed, RENAME_NOREPLACE) == 0, "commit");
    }
    if (in_journal) return;
    must(fsync(done) == 0 && fsync(work) == 0, "flush commits");
    for (int i = 0; i < count; i++) {
        TEMPORARY(i);
        snprintf(published, sizeof published, "%s.1790000000000-%07ld.json", names[i], first + i);
        must(renameat2(verdicts, temporary, verdicts, published, RENAME_NOREPLACE) == 0, "publish");
    }
    must(fsync(verdicts) == 0, "flush publications");
}

int main(int count, char **words) {
    must(count == 3 && sodium_init() >= 0, "floor files|journal SPOOL");
    int in_journal = strcmp(words[1], "journal") == 0;
    memset(verdict, 'v', VERDICT);
    crypto_sign_keypair(key, secret);
    crypto_sign_detached(signature, NULL, message, MESSAGE, secret);
    in = folder(words[2], "in");
    work = folder(words[2], "work");
    done = folder(words[2], "done");
    verdicts = folder(words[2], "verdicts");
    journal = openat(verdicts, "../journal", O_WRONLY | O_CREAT | O_APPEND, 0640);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    static char names[BATCH][256];
    long total = 0;
    int filled = 0;
    DIR *listing = fdopendir(dup(in));
    for (struct dirent *entry; (entry = readdir(listing));) {
        if (entry->d_name[0] == '.') continue;
        strcpy(names[filled++], entry->d_name);
        if (filled < BATCH) continue;
        batch(names, filled, total, in_journal);
        total += filled;
        filled = 0;
    }
    if (filled) batch(names, filled, total, in_journal);
    total += filled;
    clock_gettime(CLOCK_MONOTONIC, &end);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double wall = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
    double cpu = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    printf("%ld %.3f %.3f\n", total, wall, cpu);
}
