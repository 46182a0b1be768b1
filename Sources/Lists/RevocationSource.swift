internal import Proofs
package import Wire

/// A revocation list that a trust list names, and who may sign it (Spec/lists.md 3.3).
package struct RevocationSource: Equatable, Sendable {
    /// 1 to 32 of `a-z 0-9 - .`: also the name of the list's file.
    package let identifier: String
    /// Keys delegated to sign it, 1 to `Limits.revocationKeys`, ascending, each once.
    package let keys: [PublicKey]
    /// Raised to make every list of an earlier epoch count as older, whatever its sequence.
    package let epoch: UInt64

    package init(identifier: String, keys: [PublicKey], epoch: UInt64) {
        self.identifier = identifier
        self.keys = keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        self.epoch = epoch
    }

    func write(to writer: inout CBORWriter) {
        writer.map(3)
        writer.unsigned(1)
        writer.text(identifier)
        writer.unsigned(2)
        writer.array(keys.count)
        for key in keys { writer.byteString(key.bytes) }
        writer.unsigned(3)
        writer.unsigned(epoch)
    }

    init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int,
        checkedBy checker: some SignatureChecking
    ) throws(DecodeError) {
        var mapKeys = try MapFields.begin(input, &offset, known: 3)
        try MapFields.expect(1, &mapKeys, input, &offset)
        identifier = try RevocationSource.readIdentifier(input, &offset)
        try MapFields.expect(2, &mapKeys, input, &offset)
        keys = try MapFields.readKeys(
            input, &offset, limit: Limits.revocationKeys, checkedBy: checker)
        try MapFields.expect(3, &mapKeys, input, &offset)
        epoch = try CBOR.readUnsigned(input, &offset)
        try MapFields.end(&mapKeys, input, &offset)
    }

    static func readIdentifier(
        _ input: borrowing Span<UInt8>, _ offset: inout Int
    ) throws(DecodeError) -> String {
        let start = offset
        let text = try CBOR.readText(input, &offset, limit: Limits.identifierBytes)
        guard ClaimForm.isIdentifier(text, limit: Limits.identifierBytes) else {
            throw DecodeError(.nameForm, at: start)
        }
        return text
    }
}
