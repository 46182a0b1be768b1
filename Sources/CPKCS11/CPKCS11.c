#include "CPKCS11.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

struct jp11_module {
    void *library;
    CK_FUNCTION_LIST *calls;
};

enum jp11_loading jp11_load(const char *path, jp11_module **module) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return JP11_NOT_FOUND;
    CK_C_GetFunctionList list = (CK_C_GetFunctionList)dlsym(library, "C_GetFunctionList");
    CK_FUNCTION_LIST *calls = NULL;
    if (list == NULL || list(&calls) != CKR_OK || calls == NULL) {
        dlclose(library);
        return JP11_NOT_A_MODULE;
    }
    /* Requests come from several threads. */
    CK_C_INITIALIZE_ARGS locking = {.flags = CKF_OS_LOCKING_OK};
    jp11_module *loaded = malloc(sizeof *loaded);
    if (loaded == NULL || calls->C_Initialize(&locking) != CKR_OK) {
        free(loaded);
        dlclose(library);
        return JP11_NOT_STARTED;
    }
    loaded->library = library;
    loaded->calls = calls;
    *module = loaded;
    return JP11_LOADED;
}

void jp11_release(jp11_module *module) {
    module->calls->C_Finalize(NULL);
    dlclose(module->library);
    free(module);
}

CK_RV jp11_slots(jp11_module *module, CK_SLOT_ID *slots, CK_ULONG *count) {
    return module->calls->C_GetSlotList(CK_TRUE, slots, count);
}

CK_RV jp11_token_field(jp11_module *module, CK_SLOT_ID slot, enum jp11_field field, char *text) {
    CK_TOKEN_INFO info;
    CK_RV answer = module->calls->C_GetTokenInfo(slot, &info);
    if (answer != CKR_OK) return answer;
    const unsigned char *padded = info.label;
    size_t length = sizeof info.label;
    if (field == JP11_MANUFACTURER) padded = info.manufacturerID;
    if (field == JP11_MODEL || field == JP11_SERIAL) {
        padded = field == JP11_MODEL ? info.model : info.serialNumber;
        length = sizeof info.model;
    }
    while (length > 0 && (padded[length - 1] == ' ' || padded[length - 1] == 0)) length -= 1;
    memcpy(text, padded, length);
    text[length] = 0;
    return CKR_OK;
}

CK_RV jp11_token_flags(jp11_module *module, CK_SLOT_ID slot, CK_FLAGS *flags) {
    CK_TOKEN_INFO info;
    CK_RV answer = module->calls->C_GetTokenInfo(slot, &info);
    if (answer == CKR_OK) *flags = info.flags;
    return answer;
}

CK_RV jp11_open(jp11_module *module, CK_SLOT_ID slot, CK_SESSION_HANDLE *session) {
    return module->calls->C_OpenSession(slot, CKF_SERIAL_SESSION, NULL, NULL, session);
}

CK_RV jp11_log_in(
    jp11_module *module, CK_SESSION_HANDLE session, const uint8_t *pin, size_t count) {
    return module->calls->C_Login(session, CKU_USER, (CK_UTF8CHAR *)pin, count);
}

CK_RV jp11_find(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind, const uint8_t *label,
    size_t label_count, const uint8_t *identifier, size_t identifier_count,
    CK_OBJECT_HANDLE *keys, CK_ULONG *found) {
    CK_ATTRIBUTE wanted[3] = {{CKA_CLASS, &kind, sizeof kind}};
    CK_ULONG count = 1;
    if (label != NULL)
        wanted[count++] = (CK_ATTRIBUTE){CKA_LABEL, (void *)label, label_count};
    if (identifier != NULL)
        wanted[count++] = (CK_ATTRIBUTE){CKA_ID, (void *)identifier, identifier_count};
    CK_RV answer = module->calls->C_FindObjectsInit(session, wanted, count);
    if (answer != CKR_OK) return answer;
    answer = module->calls->C_FindObjects(session, keys, *found, found);
    CK_RV end = module->calls->C_FindObjectsFinal(session);
    return answer != CKR_OK ? answer : end;
}

CK_RV jp11_key_type(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key, CK_KEY_TYPE *type) {
    CK_ATTRIBUTE wanted = {CKA_KEY_TYPE, type, sizeof *type};
    return module->calls->C_GetAttributeValue(session, key, &wanted, 1);
}

CK_RV jp11_point(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key, uint8_t *point,
    CK_ULONG *count) {
    CK_ATTRIBUTE wanted = {CKA_EC_POINT, point, *count};
    CK_RV answer = module->calls->C_GetAttributeValue(session, key, &wanted, 1);
    if (answer == CKR_OK) *count = wanted.ulValueLen;
    return answer;
}

CK_RV jp11_sign(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key, const uint8_t *message,
    size_t message_count, uint8_t *signature, CK_ULONG *count) {
    CK_MECHANISM mechanism = {.mechanism = CKM_EDDSA};
    CK_RV answer = module->calls->C_SignInit(session, &mechanism, key);
    if (answer != CKR_OK) return answer;
    return module->calls->C_Sign(
        session, (CK_BYTE *)message, message_count, signature, count);
}
