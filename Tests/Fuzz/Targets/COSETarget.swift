import Wire

/// Both shapes of signed message.
enum COSETarget: FuzzTarget {
    static let name = "cose"
    static var mutator: (any Mutator)? { CBORMutator() }

    static func examine(_ input: [UInt8]) throws {
        try examineSingle(input)
        try examineJoint(input)
    }

    private static func examineSingle(_ input: [UInt8]) throws {
        guard let message = try? SignedMessage(decoding: input, limit: Limits.tokenBytes) else {
            return
        }
        try hold(input.count <= Limits.tokenBytes, "a limit limits")
        try hold(message.encoded == input, "a message has one form")
        let end = message.payloadOffset + message.payload.count
        try hold(
            end <= input.count && message.payload == input[message.payloadOffset..<end],
            "the payload is where it is said to be")
        try hold(
            message.signedBytes(.token) != message.signedBytes(.revocations),
            "what is signed for one thing is not signed for another")
    }

    private static func examineJoint(_ input: [UInt8]) throws {
        guard var message = try? JointlySignedMessage(decoding: input, limit: 4_096) else { return }
        try hold(message.encoded == input, "a message has one form")
        try hold((1...Limits.signatures).contains(message.parts.count), "a limit limits")
        try hold(
            Set(message.parts.map(\.kid)).count == message.parts.count, "a key signs once")
        for part in message.parts { message.add(part) }
        try hold(message.encoded == input, "signing again changes nothing")
    }
}
