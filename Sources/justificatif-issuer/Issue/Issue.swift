internal import ArgumentParser
internal import Console
internal import Office
internal import Proofs
internal import Sodium

struct Issue: ParsableCommand {
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

            Many at once, one claims object a line:
              justificatif-issuer issue --key caf.key --register caf.db --batch claims.jsonl \
            --out-dir proofs

            A justificatif is in the register, on the disk, before it is written anywhere; it \
            can be cancelled from then on ("revoke").

            --dry-run shows, in French, exactly what will be readable, and signs nothing.
            """)

    @OptionGroup(title: "What is stated") var source: ClaimsSource
    @OptionGroup(title: "How long and for whom") var terms: Terms
    @OptionGroup(title: "Where it goes") var output: ProofOutput
    @OptionGroup(title: "The page to print") var page: PageOutput
    @OptionGroup(title: "Who signs") var signer: SignerOptions

    @Flag(help: "Show in French what will be readable; sign and write nothing.")
    var dryRun = false

    func validate() throws {
        if dryRun, source.batch != nil { throw ValidationError("--dry-run goes without --batch") }
        if !page.files.isEmpty, source.batch != nil {
            throw ValidationError("--page goes without --batch")
        }
    }

    func run() throws {
        let crypto = try SodiumCrypto()
        let now = try Moment.parse(terms.at)
        if let batch = source.batch {
            try output.checkBatch()
            let desk = try signer.desk(crypto, at: terms.at)
            var rows = Batch(desk: desk, terms: terms, output: output, now: now)
            throw try rows.run(batch)
        }
        let request = try source.request(terms, now: now)
        if dryRun {
            try DryRun.show(request, crypto)
            return
        }
        try output.check(hasPage: !page.files.isEmpty)
        let printer = try page.printer(at: terms.at, force: output.force, crypto)
        let desk = try signer.desk(crypto, at: terms.at)
        let signed = try desk.sign(request)
        try printer?.check(signed, on: desk, at: now)
        for proof in try desk.register([signed]) {
            try output.write(proof, printer, isRegistered: desk.isRegistering)
            output.tell(proof, isRegistered: desk.isRegistering)
        }
    }
}
