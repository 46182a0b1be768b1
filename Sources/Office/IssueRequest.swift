internal import DataSources
internal import Files
package import Issuing
package import JSONFields
package import Proofs

/// Everything that is decided before a signature.
package struct IssueRequest: Equatable, Sendable {
    package let claims: Claims
    /// The UTC day of issue.
    package let issued: Day
    /// Inclusive.
    package let lastDay: Day
    /// Whether the identity holds a usage name that was not asked for (Spec/issuing.md 4).
    package let couldShowUsageName: Bool

    package init(
        claims: Claims, issued: Day, lastDay: Day, couldShowUsageName: Bool = false
    ) {
        self.claims = claims
        self.issued = issued
        self.lastDay = lastDay
        self.couldShowUsageName = couldShowUsageName
    }

    /// The request of claims written by hand.
    ///
    /// Throws `JSONFault` for a claim that is misspelt, of another form or out of its range, and
    /// `IssuingRefusal.alreadyOver` and `.zeroNotConfirmed`.
    package init(claims input: JSONInput, _ terms: IssueTerms) throws {
        var claims = try Claims(json: input.value, at: input.place)
        guard claims[.qf] != .number(0) || terms.confirmsZero else {
            throw IssuingRefusal.zeroNotConfirmed
        }
        if let recipient = terms.recipient { claims[.recipient] = .recipient(recipient) }
        self.init(
            claims: claims, issued: terms.now.day,
            lastDay: try terms.lastDay ?? claims.usualLastDay(issued: terms.now.day))
    }

    /// The request of what a data body answered about the person who asks.
    ///
    /// Throws `JSONFault` for an identity or a scale that cannot be read, and `IssuingRefusal`, in
    /// the order of Spec/issuing.md, for all else.
    package init(_ input: EvidenceRequest, _ terms: IssueTerms) throws {
        let scale = try input.scale.map { try Scale(json: $0.value, at: $0.place) }
        let disclosure = try input.disclose.map { try Disclosure(parsing: $0, for: input.kind) }
        let evidence = try Evidence(
            answer: Answer(json: input.answer.value, kind: input.kind, at: input.answer.place),
            identity: PivotIdentity(json: input.identity.value, at: input.identity.place),
            disclosure: disclosure ?? Disclosure(for: input.kind), scale: scale,
            recipient: terms.recipient, fetchedAt: input.fetchedAt ?? terms.now, now: terms.now,
            confirmsZero: terms.confirmsZero)
        self.init(
            claims: evidence.claims, issued: terms.now.day,
            lastDay: try terms.lastDay ?? evidence.usualLastDay(issued: terms.now.day),
            couldShowUsageName: evidence.couldShowUsageName)
    }

    /// Refuses what would not be signed, and signs nothing: throws `IssuingFault`.
    package func check() throws(IssuingFault) {
        let blank = [UInt8](repeating: 0, count: ProofIdentifier.byteCount)
        guard let identifier = ProofIdentifier(blank) else { throw .selfCheck("identifier") }
        _ = try Justificatif(
            identifier: identifier, issued: issued, expires: lastDay.adding(days: 1),
            claims: claims
        ).checkedPayload()
    }
}

/// When a justificatif is made, until when it is good, and for whom.
package struct IssueTerms: Equatable, Sendable {
    /// Its UTC day is the day of issue.
    package let now: Instant
    /// Inclusive; nil for what is usual for the facts (Spec/issuing.md).
    package let lastDay: Day?
    /// The one it is for; nil for anybody.
    package let recipient: Recipient?
    /// Whether a quotient familial of 0 is meant, and not an unknown one.
    package let confirmsZero: Bool

    package init(
        now: Instant, lastDay: Day? = nil, recipient: Recipient? = nil, confirmsZero: Bool = false
    ) {
        self.now = now
        self.lastDay = lastDay
        self.recipient = recipient
        self.confirmsZero = confirmsZero
    }
}

/// JSON that was read from somewhere.
package struct JSONInput: Equatable, Sendable {
    package let value: JSONValue
    /// What errors call it: a file, or a file and a line.
    package let place: String

    package init(_ value: JSONValue, at place: String) {
        self.value = value
        self.place = place
    }

    /// Reads a file, a pipe, or with `-` standard input; throws `FileFault` and `JSONFault`.
    package init(reading path: String) throws {
        let bytes = try FileReading.bytes(ofInput: path, limit: JSONValue.byteLimit)
        self.init(try JSONValue(parsing: bytes, from: path), at: path)
    }
}

/// A data body's answer, the identity of the person it must be about, and what to show of it.
package struct EvidenceRequest: Equatable, Sendable {
    package let kind: JustificatifKind
    package let answer: JSONInput
    /// Of FranceConnect.
    package let identity: JSONInput
    /// `LABEL[=BOUND],...`; nil for the usual fact of the kind.
    package let disclose: String?
    /// The published scale that bounds are taken from.
    package let scale: JSONInput?
    /// When the answer was received; nil for now.
    package let fetchedAt: Instant?

    package init(
        kind: JustificatifKind, answer: JSONInput, identity: JSONInput, disclose: String? = nil,
        scale: JSONInput? = nil, fetchedAt: Instant? = nil
    ) {
        self.kind = kind
        self.answer = answer
        self.identity = identity
        self.disclose = disclose
        self.scale = scale
        self.fetchedAt = fetchedAt
    }
}
