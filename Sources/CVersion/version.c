#include "version.h"

const char *jv_version(void) { return JUSTIFICATIF_VERSION; }
