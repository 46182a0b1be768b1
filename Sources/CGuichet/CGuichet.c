// The files of the counter page, as the compiler finds them in Web/guichet and Vectors.
// A module comes after those that it imports.

#include "CGuichet.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char index_html[] = {
#embed "../../Web/guichet/index.html"
};
static const unsigned char guichet_css[] = {
#embed "../../Web/guichet/guichet.css"
};
static const unsigned char sheet_html[] = {
#embed "../../Vectors/practice/guichet/sheet.html"
};
static const unsigned char bytes_js[] = {
#embed "../../Vectors/javascript/bytes.js"
};
static const unsigned char fault_js[] = {
#embed "../../Vectors/javascript/fault.js"
};
static const unsigned char sha2_js[] = {
#embed "../../Vectors/javascript/sha2.js"
};
static const unsigned char curve_js[] = {
#embed "../../Vectors/javascript/curve.js"
};
static const unsigned char ed25519_js[] = {
#embed "../../Vectors/javascript/ed25519.js"
};
static const unsigned char dates_js[] = {
#embed "../../Vectors/javascript/dates.js"
};
static const unsigned char text_js[] = {
#embed "../../Vectors/javascript/text.js"
};
static const unsigned char cbor_js[] = {
#embed "../../Vectors/javascript/cbor.js"
};
static const unsigned char cose_js[] = {
#embed "../../Vectors/javascript/cose.js"
};
static const unsigned char tables_js[] = {
#embed "../../Vectors/javascript/tables.js"
};
static const unsigned char names_js[] = {
#embed "../../Vectors/javascript/names.js"
};
static const unsigned char claims_js[] = {
#embed "../../Vectors/javascript/claims.js"
};
static const unsigned char sense_js[] = {
#embed "../../Vectors/javascript/sense.js"
};
static const unsigned char token_js[] = {
#embed "../../Vectors/javascript/token.js"
};
static const unsigned char reference_js[] = {
#embed "../../Vectors/javascript/reference.js"
};
static const unsigned char json_js[] = {
#embed "../../Vectors/javascript/json.js"
};
static const unsigned char roots_js[] = {
#embed "../../Vectors/javascript/roots.js"
};
static const unsigned char trust_js[] = {
#embed "../../Vectors/javascript/trust.js"
};
static const unsigned char rice_js[] = {
#embed "../../Vectors/javascript/rice.js"
};
static const unsigned char ribbons_js[] = {
#embed "../../Vectors/javascript/ribbons.js"
};
static const unsigned char revocations_js[] = {
#embed "../../Vectors/javascript/revocations.js"
};
static const unsigned char clock_js[] = {
#embed "../../Vectors/javascript/clock.js"
};
static const unsigned char adoption_js[] = {
#embed "../../Vectors/javascript/adoption.js"
};
static const unsigned char search_js[] = {
#embed "../../Vectors/javascript/search.js"
};
static const unsigned char wedge_js[] = {
#embed "../../Vectors/javascript/wedge.js"
};
static const unsigned char inputs_js[] = {
#embed "../../Vectors/javascript/inputs.js"
};
static const unsigned char rules_js[] = {
#embed "../../Vectors/javascript/rules.js"
};
static const unsigned char verdict_js[] = {
#embed "../../Vectors/javascript/verdict.js"
};
static const unsigned char claim_words_js[] = {
#embed "../../Web/guichet/claim-words.js"
};
static const unsigned char words_js[] = {
#embed "../../Web/guichet/words.js"
};
static const unsigned char facts_js[] = {
#embed "../../Web/guichet/facts.js"
};
static const unsigned char keyboard_js[] = {
#embed "../../Web/guichet/keyboard.js"
};
static const unsigned char erasure_js[] = {
#embed "../../Web/guichet/erasure.js"
};
static const unsigned char memory_js[] = {
#embed "../../Web/guichet/memory.js"
};
static const unsigned char comparing_js[] = {
#embed "../../Web/guichet/comparing.js"
};
static const unsigned char screen_js[] = {
#embed "../../Web/guichet/screen.js"
};
static const unsigned char camera_js[] = {
#embed "../../Web/guichet/camera.js"
};
static const unsigned char sound_js[] = {
#embed "../../Web/guichet/sound.js"
};
static const unsigned char settings_js[] = {
#embed "../../Web/guichet/settings.js"
};
static const unsigned char ways_in_js[] = {
#embed "../../Web/guichet/ways-in.js"
};
static const unsigned char guichet_js[] = {
#embed "../../Web/guichet/guichet.js"
};
static const unsigned char pocket_engine_js[] = {
#embed "../../Web/guichet/pocket-engine.js"
};
static const unsigned char practice_proofs_js[] = {
#embed "../../Vectors/practice/guichet/practice-proofs.js"
};
static const unsigned char practice_js[] = {
#embed "../../Web/guichet/practice.js"
};
static const unsigned char pairing_js[] = {
#embed "../../Web/guichet/pairing.js"
};
static const unsigned char server_engine_js[] = {
#embed "../../Web/guichet/server-engine.js"
};
static const unsigned char server_js[] = {
#embed "../../Web/guichet/server.js"
};
static const unsigned char pocket_js[] = {
#embed "../../Web/guichet/pocket.js"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const struct guichet_file files[] = {
    FILE_OF("index.html", index_html),
    FILE_OF("guichet.css", guichet_css),
    FILE_OF("sheet.html", sheet_html),
    FILE_OF("bytes.js", bytes_js),
    FILE_OF("fault.js", fault_js),
    FILE_OF("sha2.js", sha2_js),
    FILE_OF("curve.js", curve_js),
    FILE_OF("ed25519.js", ed25519_js),
    FILE_OF("dates.js", dates_js),
    FILE_OF("text.js", text_js),
    FILE_OF("cbor.js", cbor_js),
    FILE_OF("cose.js", cose_js),
    FILE_OF("tables.js", tables_js),
    FILE_OF("names.js", names_js),
    FILE_OF("claims.js", claims_js),
    FILE_OF("sense.js", sense_js),
    FILE_OF("token.js", token_js),
    FILE_OF("reference.js", reference_js),
    FILE_OF("json.js", json_js),
    FILE_OF("roots.js", roots_js),
    FILE_OF("trust.js", trust_js),
    FILE_OF("rice.js", rice_js),
    FILE_OF("ribbons.js", ribbons_js),
    FILE_OF("revocations.js", revocations_js),
    FILE_OF("clock.js", clock_js),
    FILE_OF("adoption.js", adoption_js),
    FILE_OF("search.js", search_js),
    FILE_OF("wedge.js", wedge_js),
    FILE_OF("inputs.js", inputs_js),
    FILE_OF("rules.js", rules_js),
    FILE_OF("verdict.js", verdict_js),
    FILE_OF("claim-words.js", claim_words_js),
    FILE_OF("words.js", words_js),
    FILE_OF("facts.js", facts_js),
    FILE_OF("keyboard.js", keyboard_js),
    FILE_OF("erasure.js", erasure_js),
    FILE_OF("memory.js", memory_js),
    FILE_OF("comparing.js", comparing_js),
    FILE_OF("screen.js", screen_js),
    FILE_OF("camera.js", camera_js),
    FILE_OF("sound.js", sound_js),
    FILE_OF("settings.js", settings_js),
    FILE_OF("ways-in.js", ways_in_js),
    FILE_OF("guichet.js", guichet_js),
    FILE_OF("pocket-engine.js", pocket_engine_js),
    FILE_OF("practice-proofs.js", practice_proofs_js),
    FILE_OF("practice.js", practice_js),
    FILE_OF("pocket.js", pocket_js),
    FILE_OF("pairing.js", pairing_js),
    FILE_OF("server-engine.js", server_engine_js),
    FILE_OF("server.js", server_js),
};

const struct guichet_file *guichet_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
