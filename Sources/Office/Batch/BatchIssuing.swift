package import Explaining
package import Issuing
internal import Proofs
internal import Register
package import Sodium
internal import Threads
package import Wire

/// Issues one justificatif for each line of a file of claims (Spec/issuing.md 7).
///
/// A bad line is reported with its number, and the good ones are done all the same. While one group
/// of lines is registered and written, all processors sign and draw the next.
package struct BatchIssuing<Key: Signing & Sendable> {
    /// The largest batch, in bytes.
    package static var byteLimit: Int { 67_108_864 }

    /// How many are registered and written at once, with one flush of the disk for all of them: a
    /// group is what a stop has to wait for, and a page takes a hundred times as long as a picture.
    private var groupSize: Int { folder.hasPages ? 8 : 128 }

    private let desk: IssuingDesk<Key>
    private let maker: BatchMaking<Key>
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
        maker = BatchMaking(desk: desk, terms: terms, folder: folder)
        self.folder = folder
        self.ledger = ledger
        self.crypto = crypto
    }

    /// Some lines on their way.
    private struct Group: Sendable {
        var lines: [BatchStep] = []
        /// How many lines of the batch are dealt with once these are, and how many it has.
        var end = 0
        var all = 0
        var isStopped = false
        /// Why a line could not be signed, and none after it was tried.
        var fault: (any Error)?

        var isLast: Bool { isStopped || fault != nil || end == all }
    }

    /// Issues what the lines of `bytes` ask for; `source` is what places begin with.
    ///
    /// `report` is told what becomes of each line; of a proof, once it is registered and its files
    /// are on the disk. Empty lines are passed over. `isStopping` is asked before each line; what
    /// was begun by then is finished. Returns the number of the line before which it stopped, nil
    /// at the end.
    ///
    /// Throws what `report` throws, `FileFault` of the ledger, `RegisterFault` if the register
    /// refuses, and `SignerFault` after the lines before it are registered and written; what was
    /// not reported is then not registered.
    package func run(
        _ bytes: [UInt8], named source: String, isStopping: () -> Bool = { false },
        report: (BatchEvent) throws -> Void
    ) throws -> Int? {
        if ledger != nil { try folder.removeLeftOvers() }
        var lines = BatchLines(bytes, of: source)
        var made = make(try begin(&lines, isStopping))()
        while !made.isLast {
            let next = try begin(&lines, isStopping)
            made = try JoinedThreads.run(make(next)) { try finish(made, report) }
        }
        try finish(made, report)
        if let fault = made.fault { throw fault }
        return made.isStopped ? made.end + 1 : nil
    }

    /// Takes the lines of the next group, with what the ledger knows of them.
    private func begin(_ lines: inout BatchLines, _ isStopping: () -> Bool) throws -> Group {
        var group = Group()
        var count = 0
        while count < groupSize, !lines.isAtEnd {
            if isStopping() {
                group.isStopped = true
                break
            }
            guard let (line, row) = lines.next() else { continue }
            do throws(BatchRefusal) {
                let note = try ledger?.note(of: line, row, crypto)
                if note != nil, ledger?.isDone(line) == true {
                    group.lines.append(.told(.known(line)))
                } else {
                    group.lines.append(.begun(line, row: row, identifier: note?.identifier))
                    count += 1
                }
            } catch { group.lines.append(.told(.refused(error, line))) }
        }
        (group.end, group.all) = (lines.takenCount, lines.count)
        return group
    }

    /// What signs and draws the lines of a group on all processors; nothing leaves, and the ledger
    /// is left to the one who finishes the group before.
    private func make(_ begun: Group) -> @Sendable () -> Group {
        let (maker, signaturesAtOnce) = (maker, desk.signaturesAtOnce)
        return {
            let signed = JoinedThreads.map(begun.lines, limit: signaturesAtOnce, maker.signed)
            let drawn = JoinedThreads.map(signed.values, maker.drawn)
            var group = begun
            group.lines = drawn.values
            group.fault = drawn.fault ?? signed.fault
            return group
        }
    }

    /// Registers and writes a group, in the order of Spec/issuing.md 7.
    private func finish(_ group: Group, _ report: (BatchEvent) throws -> Void) throws {
        for case .told(let event) in group.lines { try report(event) }
        var new: [(line: SignedLine, proof: UnregisteredProof)] = []
        var proofs: [(line: SignedLine, proof: IssuedProof)] = []
        for case .signed(let line) in group.lines {
            switch line.state {
            case .new(let proof): new.append((line, proof))
            case .registered(let proof): proofs.append((line, proof))
            }
        }
        try ledger?.note(new.map { ($0.line.line, $0.line.row, $0.proof.identifier) }, crypto)
        let registered = try desk.register(new.map(\.proof))
        proofs += zip(new, registered).map { (line: $0.line, proof: $1) }
        for isAgain in [true, false] {
            try write(proofs.filter { $0.line.isAgain == isAgain }, again: isAgain, report)
        }
        try report(.read(lines: group.end, of: group.all))
    }

    private func write(
        _ proofs: [(line: SignedLine, proof: IssuedProof)], again: Bool,
        _ report: (BatchEvent) throws -> Void
    ) throws {
        guard !proofs.isEmpty else { return }
        let faults = folder.write(proofs.map { ($0.line.line, $0.line.files) }, again: again)
        let written = proofs.filter { faults[$0.line.line.number] == nil }
        try ledger?.add(written.map { ($0.line.line, $0.proof, folder.name(of: $0.line.line)) })
        for (signed, proof) in proofs {
            guard let fault = faults[signed.line.number] else {
                try report(.issued(proof, signed.line))
                continue
            }
            try report(.notWritten(proof, signed.line, fault))
        }
    }
}

/// What becomes of a batch, in order.
package enum BatchEvent: Sendable {
    /// It is registered, and its files are on the disk.
    case issued(IssuedProof, BatchLine)
    /// It is registered, and its files could not be written.
    case notWritten(IssuedProof, BatchLine, any Explained)
    /// An earlier run issued it.
    case known(BatchLine)
    case refused(any Explained, BatchLine)
    case read(lines: Int, of: Int)
}
