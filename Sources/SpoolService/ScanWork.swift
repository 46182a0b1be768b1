internal import Counter
internal import Explaining
internal import Files
internal import JSONFields
internal import Proofs
internal import Reporting
internal import Sodium
internal import SpoolFiles
internal import Spooling
internal import Verification

/// One scan for one worker: judged, and its verdict written where it waits for the commit.
struct ScanWork: Sendable {
    let scan: ClaimedName
    let basis: VerdictBasis
    let durably: Bool
    let folders: SpoolFolders
    let judge: ScanJudge<SodiumCrypto>
    /// The verdict becomes a line of the journal.
    let forJournal: Bool
    /// A verdict for each justificatif of each page.
    let several: Bool
    let language: Language
    let clock: DaemonClock

    struct Result: Sendable {
        let scan: ClaimedName
        let outcome: JudgingOutcome
        /// The verdict's code, nil when there is none yet.
        var code: VerdictCode?
        /// The line for the journal.
        var line: [UInt8]?
    }

    /// What one try came to.
    private enum Attempt {
        case verdict(SeveralVerdicts, QuarantineReason?, advice: Wording? = nil)
        case notNow(String)
    }

    func run() -> Result {
        switch finding(at: clock.instant) {
        case .notNow(let error): return Result(scan: scan, outcome: .notRead(error: error))
        case .verdict(let verdicts, let reason, let advice):
            return write(verdicts, reason, advice: advice)
        }
    }

    private func finding(at now: Instant) -> Attempt {
        switch basis {
        case .poison: return incident("poison", .poison, at: now)
        case .unreadable: return incident("io", nil, at: now)
        case .content: break
        }
        do throws(ScanRefusal) {
            return judged(try folders.open(scan), at: now)
        } catch {
            switch error {
            case .notAFile(let kind):
                return .verdict(unreadable(.notAFile, at: now), .notAFile, advice: kind.advice)
            case .notAllowed: return incident("not-allowed", .notAllowed, at: now)
            case .notNow(let error): return .notNow(error)
            }
        }
    }

    private func judged(_ file: consuming Descriptor, at now: Instant) -> Attempt {
        do throws(FileFault) {
            let findings = try judge.reading.findings(in: file, named: "scan")
            return .verdict(
                several
                    ? judge.verdicts(on: findings, at: now)
                    : SeveralVerdicts(whole: judge.verdict(on: findings, at: now)), nil)
        } catch {
            switch error.code {
            case .tooLarge: return .verdict(unreadable(.tooLarge, at: now), nil)
            case .notAFile: return .verdict(unreadable(.notAFile, at: now), nil)
            case .notAllowed: return incident("not-allowed", .notAllowed, at: now)
            case .io, .notFound, .readableByAll, .exists: return .notNow(error.code.rawValue)
            }
        }
    }

    private func incident(_ word: String, _ reason: QuarantineReason?, at now: Instant) -> Attempt {
        let verdict = Verdict(unjudged: .internalError, reason: word, at: now)
        return .verdict(SeveralVerdicts(whole: verdict), reason)
    }

    private func unreadable(_ why: NothingRead, at now: Instant) -> SeveralVerdicts {
        SeveralVerdicts(whole: Verdict(unreadable: why, at: now))
    }

    private func write(
        _ verdicts: SeveralVerdicts, _ reason: QuarantineReason?, advice: Wording?
    ) -> Result {
        let codes = several ? verdicts.codes.map { ($0.page, $0.verdict) } : nil
        let input = InputName.text(folders.droppedName(of: scan))
        var object = VerdictObject.json(
            verdicts.whole, codes: codes, input: input, simulated: false, language)
        if case .object(var fields) = object {
            if let advice { fields["advice"] = .string(advice(language)) }
            if forJournal { fields["arrival"] = .string(scan.identifier.description) }
            object = .object(fields)
        }
        do {
            let line = object.lineBytes()
            if !forJournal { try folders.write(line, on: scan, durably: durably) }
            if let form = folders.sheets {
                let sheet = VerdictSheet(
                    verdicts.whole, codes: codes ?? [], input: input, advice: advice, language)
                try folders.writeSheet(
                    form == .page ? sheet.page : sheet.text, form, on: scan, durably: durably)
            }
            return Result(
                scan: scan, outcome: .written(reason), code: verdicts.whole.code,
                line: forJournal ? line : nil)
        } catch {
            return Result(scan: scan, outcome: .notWritten(error: error.error))
        }
    }
}

extension NoFile {
    /// What to do.
    var advice: Wording {
        switch self {
        case .link:
            Wording(
                "C’est un raccourci (lien), pas un fichier : déposez une copie du fichier "
                    + "lui-même.",
                "This is a link and not a file: drop a copy of the file itself.")
        case .folder:
            Wording(
                "C’est un dossier : déposez les fichiers qu’il contient.",
                "This is a folder: drop the files that are in it.")
        case .severalNames:
            Wording(
                "Ce fichier porte encore un autre nom sur le disque (lien physique) : "
                    + "déposez-en une copie.",
                "This file has another name on the disk as well (hard link): drop a copy of it.")
        case .device:
            Wording(
                "Ce n’est pas un fichier : déposez une image, un PDF ou un texte.",
                "This is not a file: drop a picture, a PDF or a text.")
        }
    }
}
