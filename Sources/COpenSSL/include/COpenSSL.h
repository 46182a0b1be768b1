#pragma once
#include <stddef.h>
#include <stdint.h>

/* Signatures of JSON Web Tokens by libcrypto (RFC 7518 3.3 and 3.4). Both return 1 if the signature
   is good, else 0: also for a key or signature that libcrypto does not take, or without memory. */

/* `x` and `y` have 32 bytes each, `signature` 64. */
int jossl_es256_is_valid(
    const uint8_t *x, const uint8_t *y, const uint8_t *signature, const uint8_t *message,
    size_t count);

int jossl_rs256_is_valid(
    const uint8_t *modulus, size_t modulus_count, const uint8_t *exponent, size_t exponent_count,
    const uint8_t *signature, size_t signature_count, const uint8_t *message, size_t count);
