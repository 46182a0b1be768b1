/* A PKCS#11 module for tests: SoftHSM2, whose token does something wrong after some signatures.

   PULLED_AFTER=N: after N signatures the token is gone. LYING_AFTER=N: after N signatures one bit
   of each is wrong. TRIES=last: it says that one try of the PIN is left. TRIES=locked: it says that
   none is. TRIES=locks: it says nothing, and the next try finds it locked. */
#include <dlfcn.h>
#include <p11-kit-1/p11-kit/pkcs11.h>
#include <stdlib.h>
#include <string.h>

static CK_FUNCTION_LIST calls;
static CK_FUNCTION_LIST *real;
static long count;

static int is_past(const char *name) {
    const char *limit = getenv(name);
    return limit != NULL && count > strtol(limit, NULL, 10);
}

/* What was pulled out ended the session. */
static CK_RV sign_init(CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key) {
    if (is_past("PULLED_AFTER")) return CKR_SESSION_HANDLE_INVALID;
    return real->C_SignInit(session, mechanism, key);
}

static CK_RV sign(
    CK_SESSION_HANDLE session, unsigned char *data, unsigned long data_count,
    unsigned char *signature, unsigned long *signature_count) {
    count += 1;
    if (is_past("PULLED_AFTER")) return CKR_DEVICE_REMOVED;
    CK_RV answer = real->C_Sign(session, data, data_count, signature, signature_count);
    if (answer == CKR_OK && is_past("LYING_AFTER")) signature[40] ^= 1;
    return answer;
}

static int tries_are(const char *word) {
    const char *tries = getenv("TRIES");
    return tries != NULL && strcmp(tries, word) == 0;
}

static CK_RV token_info(CK_SLOT_ID slot, CK_TOKEN_INFO *info) {
    CK_RV answer = real->C_GetTokenInfo(slot, info);
    if (tries_are("last")) info->flags |= CKF_USER_PIN_FINAL_TRY;
    if (tries_are("locked")) info->flags |= CKF_USER_PIN_LOCKED;
    return answer;
}

static CK_RV log_in(
    CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, unsigned long pin_count) {
    /* Nobody should ask a token that says it is locked. */
    if (tries_are("locked")) return CKR_GENERAL_ERROR;
    if (tries_are("locks")) return CKR_PIN_LOCKED;
    return real->C_Login(session, user, pin, pin_count);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list) {
    void *library = dlopen("/usr/lib/softhsm/libsofthsm2.so", RTLD_NOW);
    if (library == NULL) return CKR_GENERAL_ERROR;
    CK_C_GetFunctionList get = (CK_C_GetFunctionList)dlsym(library, "C_GetFunctionList");
    if (get == NULL || get(&real) != CKR_OK) return CKR_GENERAL_ERROR;
    calls = *real;
    calls.C_SignInit = sign_init;
    calls.C_Sign = sign;
    calls.C_GetTokenInfo = token_info;
    calls.C_Login = log_in;
    *list = &calls;
    return CKR_OK;
}
