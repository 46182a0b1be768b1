#pragma once

// The version of this build, such as "0.1.0": Package.swift sets it.
const char *jv_version(void);
