#pragma once

// Any system call, as a taken-over process makes it: the result, or the errno value below zero.
long jh_call(long number, long first, long second, long third, long fourth);

// The same through the table of 32-bit programs, where numbers mean other calls; -1 on machines that
// have no such door.
long jh_call_32(long number);

// A library's own way to give up.
void jh_abort(void);

// Starts a thread that does nothing and never ends.
void jh_start_thread(void);
