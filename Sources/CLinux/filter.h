#pragma once

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/syscall.h>

// Words for a table in the kernel's packet-filter language, read from top to bottom at each system
// call. A CALL answers for its call or leaves everything to the next word, so that lines can be
// added and moved without counting jumps.

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the filters know the calls of x86-64 and arm64 only"
#endif
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the low half of an argument is taken to be its first four bytes"
#endif

#define ALLOW SECCOMP_RET_ALLOW
#define KILL SECCOMP_RET_KILL_PROCESS
#define REFUSE_WITH(error) (SECCOMP_RET_ERRNO | ((error)&SECCOMP_RET_DATA))

#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, (action))
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
// The low half: all that the kernel reads of an int, and where the known flags are.
#define LOAD_ARGUMENT(index) LOAD(args[index])
#define MASK(bits) BPF_STMT(BPF_ALU | BPF_AND | BPF_K, (bits))
#define SKIP_IF_EQUAL(value, words) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (words), 0)
#define SKIP_UNLESS_EQUAL(value, words) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (words))
#define SKIP_UNLESS_AT_LEAST(value, words) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, (value), 0, (words))
#define SKIP_IF_ANY(bits, words) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), (words), 0)

// Numbers mean other calls in another machine's table (int 0x80): such a process ends.
#define KILL_OTHER_ARCHITECTURES                                                                   \
    LOAD(arch), SKIP_IF_EQUAL(OWN_ARCHITECTURE, 1), ANSWER(KILL)

// Comes before every word about a call.
#define LOAD_CALL LOAD(nr)

#define CALL(name, action) SKIP_UNLESS_EQUAL(__NR_##name, 1), ANSWER(action)

// One answer when the argument is `value`, another when it is not.
#define CALL_EQUAL(name, index, value, action, otherwise)                                          \
    SKIP_UNLESS_EQUAL(__NR_##name, 4), LOAD_ARGUMENT(index), SKIP_UNLESS_EQUAL((value), 1),        \
        ANSWER(action), ANSWER(otherwise)

// One answer when the argument has none of these bits, another when it has one.
#define CALL_WITHOUT(name, index, bits, action, otherwise)                                         \
    SKIP_UNLESS_EQUAL(__NR_##name, 4), LOAD_ARGUMENT(index), SKIP_IF_ANY((bits), 1),               \
        ANSWER(action), ANSWER(otherwise)

// Installs a table for this thread and all that it starts; 0 or an errno value.
int jl_install_filter(const struct sock_filter *table, unsigned short words);

int jl_install_converter_filter(void);
int jl_install_daemon_filter(void);
int jl_install_reader_filter(void);
int jl_install_server_filter(void);
