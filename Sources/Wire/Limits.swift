/// Every limit on untrusted bytes, by the name Spec/token.md section 6 and Spec/lists.md use.
package enum Limits {
    /// A signed justificatif, in bytes: fits a QR code of version 20 at level M.
    package static let tokenBytes = 600
    /// `JF1:` and the base32 of `tokenBytes`.
    package static let tokenCharacters = 4 + 960
    /// A name, in bytes of UTF-8.
    package static let nameBytes = 256
    /// The recipient, in bytes of UTF-8.
    package static let recipientBytes = 100
    /// The identifier of a tariff grid or of a revocation list, in bytes of ASCII.
    package static let identifierBytes = 32
    /// Claims in one justificatif.
    package static let claims = 40
    /// Containers one inside the other in the value of a claim this version does not know.
    package static let unknownDepth = 4

    /// A trust list, signatures included, in bytes.
    package static let trustListBytes = 262_144
    /// Signatures on one list or root document.
    package static let signatures = 16
    /// Root keys in a root document.
    package static let rootKeys = 16
    /// Issuers in a trust list.
    package static let issuers = 1_024
    /// Revocation lists named by a trust list.
    package static let revocationLists = 256
    /// Keys that may sign one revocation list.
    package static let revocationKeys = 4
    /// A display name or a contact in a trust list, in bytes of UTF-8.
    package static let displayBytes = 200
    /// A legal notice in a trust list, in bytes of UTF-8.
    package static let noticeBytes = 2_000
    /// A postal address in a trust list, in bytes of UTF-8.
    package static let addressBytes = 300
    /// The logo of an issuer in a trust list, in bytes.
    package static let logoBytes = 4_096
    /// Claim blocks one issuer may sign.
    package static let blocks = 16

    /// A revocation list, signature included, in bytes.
    package static let revocationListBytes = 16_777_216
    /// Days from the first to the last closed day of a revocation list.
    package static let coveredDays = 128
    /// Revocations in one list: 64 MB of memory once unpacked.
    package static let revokedProofs = 8_000_000
    /// Bits of a value of a closed day.
    package static let revocationWidth = 56
    /// Columns of the first filter of a closed day.
    package static let revocationColumns = 31
    /// Slots of a filter of a closed day.
    package static let revocationSlots = 33_554_432

    /// A chain of root documents, in bytes.
    package static let rootChainBytes = 262_144
    /// Root documents in a chain.
    package static let rootDocuments = 128

    /// What one `lists install` reads, all files together, in bytes.
    package static let sourceBytes = 134_217_728
    /// Files in a folder or tar stream that lists are installed from.
    package static let sourceFiles = 1_024
}
