package import Explaining
package import Issuing
internal import JSONFields
internal import Proofs
internal import Register
package import Sodium
package import Wire

/// Issues one justificatif for each line of a file of claims (Spec/issuing.md 7).
///
/// A bad line is reported with its number, and the good ones are done all the same.
package struct BatchIssuing<Key: Signing> {
    /// The largest batch, in bytes.
    package static var byteLimit: Int { 67_108_864 }

    /// How many are registered and written at once, with one flush of the disk for all of them: a
    /// group is what a stop has to wait for, and a page takes a hundred times as long as a picture.
    private var groupSize: Int { folder.hasPages ? 8 : 128 }

    private let desk: IssuingDesk<Key>
    private let terms: IssueTerms
    private let folder: BatchFolder
    private let ledger: BatchLedger?
    private let crypto: SodiumCrypto

    /// A batch whose lines all get the same terms.
    ///
    /// Without a `ledger`, nothing is known of earlier runs.
    package init(
        desk: IssuingDesk<Key>, terms: IssueTerms, folder: BatchFolder,
        ledger: BatchLedger? = nil, _ crypto: SodiumCrypto
    ) {
        self.desk = desk
        self.terms = terms
        self.folder = folder
        self.ledger = ledger
        self.crypto = crypto
    }

    /// Issues what the lines of `bytes` ask for; `source` is what places begin with.
    ///
    /// `report` is told what becomes of each line: a refusal as soon as the line was read, a proof
    /// once it is registered and its files are on the disk. Empty lines are passed over.
    /// `isStopping` is asked before each line; what was begun by then is finished. Returns the
    /// number of the line before which it stopped, nil at the end.
    ///
    /// Throws what `report` throws, `FileFault` of the ledger, `RegisterFault` if the register
    /// refuses, and `SignerFault` after what was signed is registered and written; what was not
    /// reported is then not registered.
    package func run(
        _ bytes: [UInt8], named source: String, isStopping: () -> Bool = { false },
        report: (BatchEvent) throws -> Void
    ) throws -> Int? {
        if ledger != nil { try folder.removeLeftOvers() }
        var group: [Signed] = []
        let rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            if isStopping() {
                try finish(group, report)
                return index + 1
            }
            let line = BatchLine(number: index + 1, of: source)
            if row.contains(where: { $0 > 0x20 }) {
                do {
                    if let signed = try signed(Array(row), line) {
                        group.append(signed)
                    } else {
                        try report(.known(line))
                    }
                } catch let fault as any SignerFault {
                    // No line after it would be signed; those before it are.
                    try finish(group, report)
                    throw fault
                } catch {
                    guard let refusal = error as? any Explained else { throw error }
                    try report(.refused(refusal, line))
                }
            }
            if group.count == groupSize || index == rows.count - 1 {
                try finish(group, report)
                group = []
            }
            try report(.read(lines: index + 1, of: rows.count))
        }
        return nil
    }

    /// A line that is signed.
    private struct Signed {
        enum State {
            case new(UnregisteredProof)
            /// By an earlier run.
            case registered(IssuedProof)
        }

        let line: BatchLine
        let row: [UInt8]
        let state: State
        /// Whether an earlier run began with it: its files may be there.
        let isAgain: Bool
    }

    /// What is to be written for a line; nil if all of it was.
    private func signed(_ row: [UInt8], _ line: BatchLine) throws -> Signed? {
        let note = try ledger?.note(of: line, row, crypto)
        if note != nil, ledger?.isDone(line) == true { return nil }
        let json = JSONInput(try JSONValue(parsing: row, from: line.place), at: line.place)
        if let note, let known = try desk.row(of: note.identifier) {
            guard known.revocation == nil else { throw BatchRefusal.cancelled(known.reference) }
            let request = try IssueRequest(claims: json, terms.on(known.issued))
            guard let proof = try desk.issuedBefore(request, as: note.identifier) else {
                throw BatchRefusal.otherTerms(known.reference)
            }
            return Signed(line: line, row: row, state: .registered(proof), isAgain: true)
        }
        if note == nil { try folder.check(line) }
        let proof = try desk.sign(IssueRequest(claims: json, terms), as: note?.identifier)
        if folder.hasPages { try desk.checkForPage(proof) }
        return Signed(line: line, row: row, state: .new(proof), isAgain: note != nil)
    }

    /// Registers and writes a group, in the order of Spec/issuing.md 7.
    private func finish(_ group: [Signed], _ report: (BatchEvent) throws -> Void) throws {
        var new: [(signed: Signed, proof: UnregisteredProof)] = []
        var proofs: [(signed: Signed, proof: IssuedProof)] = []
        for signed in group {
            switch signed.state {
            case .new(let proof): new.append((signed, proof))
            case .registered(let proof): proofs.append((signed, proof))
            }
        }
        try ledger?.note(new.map { ($0.signed.line, $0.signed.row, $0.proof.identifier) }, crypto)
        let registered = try desk.register(new.map(\.proof))
        proofs += zip(new, registered).map { (signed: $0.signed, proof: $1) }
        for isAgain in [true, false] {
            let some = proofs.filter { $0.signed.isAgain == isAgain }
            try write(some.map { ($0.signed.line, $0.proof) }, again: isAgain, report)
        }
    }

    private func write(
        _ proofs: [(line: BatchLine, proof: IssuedProof)], again: Bool,
        _ report: (BatchEvent) throws -> Void
    ) throws {
        guard !proofs.isEmpty else { return }
        let faults = folder.write(proofs, again: again)
        let written = proofs.filter { faults[$0.line.number] == nil }
        try ledger?.add(written.map { ($0.line, $0.proof, folder.name(of: $0.line)) })
        for (line, proof) in proofs {
            guard let fault = faults[line.number] else {
                try report(.issued(proof, line))
                continue
            }
            guard let fault = fault as? any Explained else { throw fault }
            try report(.notWritten(proof, line, fault))
        }
    }
}

extension IssueTerms {
    /// The same on another day of issue.
    fileprivate func on(_ day: Day) -> IssueTerms {
        IssueTerms(
            now: day.start, lastDay: lastDay, recipient: recipient, confirmsZero: confirmsZero)
    }
}

/// What becomes of a batch, in order.
package enum BatchEvent {
    /// It is registered, and its files are on the disk.
    case issued(IssuedProof, BatchLine)
    /// It is registered, and its files could not be written.
    case notWritten(IssuedProof, BatchLine, any Explained)
    /// An earlier run issued it.
    case known(BatchLine)
    case refused(any Explained, BatchLine)
    case read(lines: Int, of: Int)
}

/// One line of a batch.
package struct BatchLine: Equatable, Sendable {
    /// From 1; empty lines count, so that a bad line leaves a gap and not a shift.
    package let number: Int
    /// What errors call it, such as `claims.jsonl:12`.
    package let place: String

    init(number: Int, of source: String) {
        self.number = number
        place = "\(source):\(number)"
    }

    /// The number with six digits, for names of files that sort.
    package var name: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
