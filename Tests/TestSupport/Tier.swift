internal import Glibc

/// How long tests may take: `make test`, or `make test-long`.
package enum Tier {
    package static let isLong: Bool = unsafe getenv("JUSTIFICATIF_TEST_LONG") != nil
}
