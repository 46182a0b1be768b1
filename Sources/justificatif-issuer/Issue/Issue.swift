internal import ArgumentParser
internal import Console
internal import Explaining
internal import Issuing
internal import Office
internal import Signers
internal import Sodium

struct Issue: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a justificatif from claims or from the answer of a data body.",
        discussion: """
            From claims written by hand:
              justificatif-issuer issue --key caf.key --register caf.db --claims claims.json \
            --out proof.png

            With the page for the citizen, in PDF to print and in HTML to read; its legal words \
            come from the signed lists:
              justificatif-issuer issue --key caf.key --register caf.db --claims claims.json \
            --lists listes --page proof.pdf --page proof.html

            From the answer of a data body and the FranceConnect identity of the citizen, who \
            must be the same person:
              justificatif-issuer issue --key caf.key --register caf.db --kind quotient-familial \
            --answer qf.json --identity identity.json --disclose qf_at_most=800 \
            --scale cantine.json --out proof.png

            Many at once, one claims object a line; the same command again goes on after a stop, \
            and issues no line twice:
              justificatif-issuer issue --key caf.key --register caf.db --batch claims.jsonl \
            --out-dir proofs --report proofs.csv --lists listes --page pdf,html

            A justificatif is in the register, on the disk, before it is written anywhere; it \
            can be cancelled from then on ("revoke").

            --dry-run shows exactly what will be readable, and signs nothing.
            """)

    @OptionGroup(title: "What is stated") var source: ClaimsSource
    @OptionGroup(title: "How long and for whom") var terms: Terms
    @OptionGroup(title: "Where it goes") var output: ProofOutput
    @OptionGroup(title: "The page to print") var page: PageOutput
    @OptionGroup(title: "Who signs") var signer: SignerOptions

    @OptionGroup var speech: LanguageOptions

    @Flag(help: "Show what will be readable; sign and write nothing.")
    var dryRun = false

    func run() throws {
        try source.check(isDryRun: dryRun)
        let crypto = try SodiumCrypto()
        let read = try terms.read()
        if let batch = source.batch {
            let folder = try output.folder(page, printer())
            let signer = try desk(crypto)
            let ledger = try output.report.map { try BatchLedger($0, kid: signer.kid) }
            let rows = Batch(
                batch: BatchIssuing(
                    desk: signer, terms: read, folder: folder, ledger: ledger, crypto),
                isRegistered: signer.isRegistering, isReported: ledger != nil, language: lang)
            throw try rows.run(batch)
        }
        let request = try source.request(read, lang)
        if dryRun {
            for line in try request.preview(lang) { try Terminal.out(line) }
            return
        }
        let targets = try output.targets(page)
        let printer = try printer()
        let desk = try desk(crypto)
        let signed = try desk.sign(request)
        if !page.files.isEmpty { try desk.checkForPage(signed) }
        for proof in try desk.register([signed]) {
            try write(proof, targets, printer, isRegistered: desk.isRegistering)
        }
    }

    /// Says which justificatif stays registered if it cannot be written.
    private func write(
        _ proof: IssuedProof, _ targets: ProofTargets, _ printer: ProofPrinter, isRegistered: Bool
    ) throws {
        do { try targets.write(proof, printer, deliver: Terminal.deliver) } catch {
            if isRegistered { Terminal.note(proof.strandedNote(lang), lang) }
            throw error
        }
        Terminal.note(proof.note(lang), lang)
        if !isRegistered {
            Terminal.note(
                lang(
                    "rien n’est gardé : ce justificatif ne pourra pas être annulé",
                    "nothing is kept: this justificatif can not be cancelled"), lang)
        }
    }

    private func printer() throws -> ProofPrinter {
        ProofPrinter(
            correction: output.ecc?.correction, pages: try page.maker(at: terms.at, lang))
    }

    private func desk(_ crypto: SodiumCrypto) throws -> IssuingDesk<Signer> {
        try signer.desk(
            at: terms.at, counter: page.counterCheck(terms, crypto), crypto, lang)
    }
}
