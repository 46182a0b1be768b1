#pragma once

#include <p11-kit-1/p11-kit/pkcs11.h>
#include <stddef.h>
#include <stdint.h>

/* A PKCS#11 module, loaded when it is asked for: nothing here is linked. Functions return what the
   module answers, CKR_OK if it did what it was asked. */
typedef struct jp11_module jp11_module;

enum jp11_loading {
    JP11_LOADED,
    JP11_NOT_FOUND,
    JP11_NOT_A_MODULE,
    JP11_NOT_STARTED,
};

/* `path` is absolute, or a name that the loader looks for. Only a module that is loaded is
   released. */
enum jp11_loading jp11_load(const char *path, jp11_module **module);
void jp11_release(jp11_module *module);

/* The slots that have a token: at most `*count`, which becomes their number. */
CK_RV jp11_slots(jp11_module *module, CK_SLOT_ID *slots, CK_ULONG *count);

enum jp11_field { JP11_LABEL, JP11_MANUFACTURER, JP11_MODEL, JP11_SERIAL };

/* The longest field of a token, with a final NUL. */
enum { JP11_FIELD_BYTES = 33 };

/* A field of a token without the spaces that fill it up, and what it says of its PIN. */
CK_RV jp11_token_field(jp11_module *module, CK_SLOT_ID slot, enum jp11_field field, char *text);
CK_RV jp11_token_flags(jp11_module *module, CK_SLOT_ID slot, CK_FLAGS *flags);

CK_RV jp11_open(jp11_module *module, CK_SLOT_ID slot, CK_SESSION_HANDLE *session);
CK_RV jp11_log_in(
    jp11_module *module, CK_SESSION_HANDLE session, const uint8_t *pin, size_t count);

/* Keys of a class by label and CKA_ID, each of which may be NULL for any: at most `*found`, which
   becomes their number. */
CK_RV jp11_find(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_CLASS kind, const uint8_t *label,
    size_t label_count, const uint8_t *identifier, size_t identifier_count,
    CK_OBJECT_HANDLE *keys, CK_ULONG *found);

CK_RV jp11_key_type(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key, CK_KEY_TYPE *type);

/* CKA_EC_POINT: at most `*count` bytes, which becomes their number. */
CK_RV jp11_point(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key, uint8_t *point,
    CK_ULONG *count);

/* CKM_EDDSA without parameters: Ed25519 of RFC 8032. At most `*count` bytes, which becomes their
   number. */
CK_RV jp11_sign(
    jp11_module *module, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key, const uint8_t *message,
    size_t message_count, uint8_t *signature, CK_ULONG *count);
