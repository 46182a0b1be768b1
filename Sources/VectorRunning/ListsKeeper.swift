internal import Explaining
internal import JSONFields
internal import Lists
internal import Proofs
internal import Wire

/// What a verifier keeps between two adoptions, without a folder (Spec/lists.md 5 and 6).
struct ListsKeeper {
    private var edition: ListsEdition
    var observed: Instant?

    init(pinned roots: Roots) { edition = ListsEdition(pinned: roots) }

    var inForce: ListsInForce {
        ListsInForce(
            trust: edition.trust?.list, revocations: edition.revocations.mapValues(\.list),
            observed: observed)
    }

    /// Offers files together; what became of each, in the order given.
    mutating func install(
        _ files: [[UInt8]], at now: Instant, _ crypto: some SignatureChecking & Hashing
    ) -> [String] {
        var adoption = Adoption(to: edition, at: now, crypto)
        adoption.consider(files.enumerated().map { ListOffer(name: "\($0)", bytes: $1) })
        edition = adoption.edition
        let outcomes = Dictionary(uniqueKeysWithValues: adoption.report.outcomes)
        return files.indices.map { index in
            switch outcomes["\(index)"] {
            case .adopted: "adopted"
            case .inForce: "in-force"
            case .refused(let refusal): refusal.code
            case .none: "not-considered"
            }
        }
    }

    /// Looks at the clock as the daemon does; false while it is suspect.
    mutating func look(at now: Instant) -> Bool {
        let suspect = ListsHealth(inForce, at: now).isClockSuspect
        if let trust = edition.trust?.list.content,
            let next = ClockFloor.observation(at: now, previous: observed, trust: trust)
        {
            observed = next
        }
        return !suspect
    }

    /// `lists clock --accept-now`.
    mutating func accept(_ now: Instant) {
        guard let signed = ListsHealth(inForce, at: now).signedFloor else { return }
        observed = max(now, signed)
    }

    /// That of Spec/lists.md 2 (G2), in one piece.
    static func fingerprint(of roots: Roots, _ hasher: some Hashing) -> JSONValue {
        .string(Hexadecimal.encode(hasher.sha256(roots.payload).bytes.prefix(16)))
    }

    /// Everything that is kept, as Vectors/README.md 2.2 writes it.
    func state(_ hasher: some Hashing) -> JSONValue {
        var fields: JSONObject = [
            "roots": .object([
                "version": .integer(Int64(edition.roots.version)),
                "fingerprint": ListsKeeper.fingerprint(of: edition.roots, hasher),
            ]),
            "revocations": .array(
                edition.marks.revocations.sorted { $0.key < $1.key }.map {
                    .object([
                        "id": .string($0.key), "epoch": .string(String($0.value.epoch)),
                        "sequence": .string(String($0.value.sequence)),
                        "content": .string(Hexadecimal.encode($0.value.content.bytes)),
                        "in_force": .bool(edition.revocations[$0.key] != nil),
                    ])
                }),
        ]
        if let trust = edition.marks.trust {
            fields["trust"] = .object([
                "sequence": .string(String(trust.sequence)),
                "content": .string(Hexadecimal.encode(trust.content.bytes)),
            ])
        }
        if let observed { fields["observed"] = .string(observed.description) }
        return .object(fields)
    }
}
