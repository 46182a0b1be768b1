package import Explaining
internal import Files
internal import JSONFields
package import Lists
package import Proofs
package import Wire

/// The next draft of a trust list, in which another key of the same issuer follows one that ends
/// (Spec/lists.md 7.6).
package struct DraftRotation {
    /// What happens to the key that ends.
    package enum End: Equatable, Sendable {
        /// It signs until the day before; what it signed stays good.
        case planned
        /// It is called compromised, and all that it ever signed is withdrawn.
        case stolen
    }

    /// When the next key signs, both days included.
    package struct Term: Equatable, Sendable {
        package let from: Day
        package let until: Day

        /// Without `until`, a month.
        package init(from: Day, until: Day?) {
            self.from = from
            self.until = until ?? from.adding(months: 1).adding(days: -1)
        }
    }

    /// The JSON file of the draft, to be looked at and signed.
    package let text: String
    package let content: TrustListContent
    /// How many entries were left out, under which nothing can be good any more.
    package let leftOut: Int

    /// Changes the draft at `path` into one that will be the file `out`.
    ///
    /// The next key gets the name, blocks, words and revocation list of `old`, whose last day
    /// becomes the one before. The sequence goes up by one, and the instants go: they are set on
    /// signing. Throws `RotationRefusal`, and what `TrustDraft.read` throws for either draft.
    package init(
        of path: String, replacing old: PublicKey, by new: PublicKey, _ term: Term, _ end: End,
        out: String, now: Instant, _ crypto: some SignatureChecking & Hashing
    ) throws {
        let bytes = try FileReading.bytes(ofInput: path, limit: JSONValue.byteLimit)
        let draft = try JSONValue(parsing: bytes, from: path)
        let before = try TrustDraft.content(of: draft, at: path, now: now, crypto)
        guard before.issuers.allSatisfy({ $0.key != new }) else {
            throw RotationRefusal.keyIsThere(new.identifier(crypto))
        }
        guard let known = before.issuers.first(where: { $0.key == old }) else {
            throw RotationRefusal.noSuchKey(old.identifier(crypto))
        }
        guard known.signFrom < term.from else { throw RotationRefusal.tooEarly(known.signFrom) }
        let keys = DraftKeys(of: path, crypto)
        var fields = try JSONFields(draft, at: path)
        var rows: [JSONValue] = []
        var leftOut = 0
        for value in try fields.list("issuers") {
            guard case .object(let entry) = value else { continue }
            var names = try JSONFields(value, at: path)
            let key = try keys.key("key", names.text("key"), .issuer, names)
            let isOver = before.issuers.contains { $0.key == key && $0.isOver(on: now.day) }
            // That a key was stolen is worth telling however long ago it ended.
            if isOver, key != old || end == .planned {
                leftOut += 1
            } else {
                rows.append(key == old ? .object(entry.ended(known, term, end)) : value)
            }
            if key == old { rows.append(.object(entry.followed(by: new, term))) }
        }
        let next = draft.next(issuers: rows, sequence: before.sequence + 1)
        content = try TrustDraft.content(of: next, at: out, now: now, crypto)
        text = next.page()
        self.leftOut = leftOut
    }
}

extension Issuer {
    /// Whether nothing that it signed can be good any more (Spec/lists.md 7.5).
    ///
    /// A compromised one stays: it says more than that the key is unknown.
    fileprivate func isOver(on day: Day) -> Bool {
        state == .active && signUntil.adding(months: 3).adding(days: 1) < day
    }
}

extension JSONObject {
    /// The entry of a key that ends, and who signs from the day of the change on.
    fileprivate func ended(
        _ known: Issuer, _ term: DraftRotation.Term, _ end: DraftRotation.End
    ) -> JSONObject {
        var entry = self
        switch end {
        case .planned:
            let before = term.from.adding(days: -1)
            let last = known.signUntil < before ? known.signUntil : before
            entry["sign_until"] = .string("\(last)")
        case .stolen: entry["state"] = .string("compromised")
        }
        return entry
    }

    fileprivate func followed(by key: PublicKey, _ term: DraftRotation.Term) -> JSONObject {
        var entry = self
        entry["key"] = .string(Hexadecimal.encode(key.bytes))
        entry["sign_from"] = .string("\(term.from)")
        entry["sign_until"] = .string("\(term.until)")
        entry["state"] = nil
        return entry
    }
}

extension JSONValue {
    /// A draft with other issuers, which is issued when it is signed.
    fileprivate func next(issuers: [JSONValue], sequence: UInt64) -> JSONValue {
        guard case .object(var draft) = self else { return self }
        draft["sequence"] = .integer(Int64(clamping: sequence))
        draft["issuers"] = .array(issuers)
        for name in ["issued", "warn_after", "refuse_after"] { draft[name] = nil }
        return .object(draft)
    }
}

/// Why no next draft is made; nothing was written.
package enum RotationRefusal: Explained, Equatable {
    case noSuchKey(KeyIdentifier)
    case keyIsThere(KeyIdentifier)
    /// The old key would have no day: it signs from this one on.
    case tooEarly(Day)

    package var explanation: Explanation {
        switch self {
        case .noSuchKey(let kid):
            Explanation(
                "key-not-in-draft", .data, "--old : aucun émetteur du brouillon n’a la clé \(kid)",
                "--old: no issuer of the draft has the key \(kid)")
        case .keyIsThere(let kid):
            Explanation(
                "key-in-draft", .data, "--new : la clé \(kid) est déjà dans le brouillon",
                "--new: the key \(kid) is in the draft already")
        case .tooEarly(let day):
            Explanation(
                "rotation-too-early", .data,
                "--from : l’ancienne clé signe à partir du \(day) ; donnez un jour plus tardif",
                "--from: the old key signs from \(day) on; give a later day")
        }
    }
}
