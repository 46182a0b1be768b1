internal import Counter
package import JSONFields
internal import ListFiles
internal import Lists
internal import Proofs
internal import Reporting
package import Siblings
internal import Sodium
internal import Verification
internal import Wire

/// Our verifier, asked like any other: every question goes through the code that `verify`,
/// `lists install` and the daemon run.
package struct OwnVerifier: VectorAnswering {
    let crypto: SodiumCrypto
    private let reader: PictureReader?

    /// Without a reader, pictures are an internal error.
    package init(reader: PictureReader?) throws {
        crypto = try SodiumCrypto()
        self.reader = reader
    }

    /// The answer of this verifier to a question of the protocol in Vectors/README.md.
    ///
    /// Throws for a question that does not keep to the protocol.
    package func answer(_ question: JSONValue) throws -> JSONValue {
        var question = try JSONFields(question, at: "question")
        switch VectorKind(rawValue: try question.text("kind")) {
        case .verdict: return try verdict(&question)
        case .adoption: return try adoption(&question)
        case .base32: return base32(try bytes("payload", of: &question))
        case .folding: return folding(try bytes("payload", of: &question))
        case .reference: return reference(try bytes("payload", of: &question))
        case .roots: return roots(try bytes("payload", of: &question))
        case .signature: return try signature(&question)
        case .coding: return try coding(&question)
        case .hashing: return try hashing(&question)
        case nil: return VectorAnswer.unsupported
        }
    }

    private func verdict(_ question: inout JSONFields) throws -> JSONValue {
        guard let lists = try listsInForce(&question) else { return VectorAnswer.listsNotAdopted }
        let verifier = Verifier(
            lists: lists, recipients: try question.texts("recipients"), crypto: crypto)
        let now = try instant("now", of: &question)
        let payload = try bytes("payload", of: &question)
        switch try question.text("input") {
        case "code":
            let text = String(decoding: payload, as: UTF8.self)
            return try fields(of: verifier.verdict(onTexts: [TokenText.trimmed(text)], at: now))
        case "file":
            let judge = ScanJudge(verifier: verifier, reader: reader)
            return try fields(of: judge.verdict(onBytes: payload, at: now))
        default: throw question.fault("input", "ni code ni fichier", "is neither code nor file")
        }
    }

    /// The lists of the question, adopted together by a verifier that had nothing but its roots;
    /// nil if one of them was refused.
    private func listsInForce(_ question: inout JSONFields) throws -> ListsInForce? {
        var kept = try keeper(&question)
        let files = try question.texts("lists").map { try decoded($0, "lists", question) }
        let installed = try instant("installed", of: &question)
        guard kept.install(files, at: installed, crypto).allSatisfy({ $0 == "adopted" }) else {
            return nil
        }
        if try question.optionalText("observed") != nil {
            kept.observed = try instant("observed", of: &question)
        }
        return kept.inForce
    }

    private func adoption(_ question: inout JSONFields) throws -> JSONValue {
        var kept = try keeper(&question)
        var answers: [JSONValue] = []
        for (index, step) in try question.list("steps").enumerated() {
            var step = try JSONFields(step, at: "steps[\(index)]")
            let words = try answersToStep(&step, &kept)
            answers.append(
                .object([
                    "answers": .array(words.map { .string($0) }),
                    "state": kept.state(crypto),
                ]))
        }
        return .object(["steps": .array(answers)])
    }

    private func answersToStep(
        _ step: inout JSONFields, _ kept: inout ListsKeeper
    ) throws -> [String] {
        let now = try instant("at", of: &step)
        switch try step.text("do") {
        case "install":
            let files = try step.texts("files").map { try decoded($0, "files", step) }
            return kept.install(files, at: now, crypto)
        case "judge":
            let text = String(decoding: try bytes("text", of: &step), as: UTF8.self)
            let verifier = Verifier(lists: kept.inForce, crypto: crypto)
            let trimmed = TokenText.trimmed(text)
            return [verifier.verdict(onTexts: [trimmed], at: now).code.rawValue]
        case "clock": return [kept.look(at: now) ? "ok" : "clock-suspect"]
        case "accept":
            kept.accept(now)
            return ["ok"]
        default: throw step.fault("do", "étape inconnue", "is no step that is known")
        }
    }

    private func keeper(_ question: inout JSONFields) throws -> ListsKeeper {
        let roots = try RootsFile.parse(bytes("roots", of: &question), from: "roots", crypto)
        return ListsKeeper(pinned: roots)
    }
}

extension OwnVerifier {
    /// A verdict, and every step on the way to what it shows.
    private func fields(of verdict: Verdict) throws -> JSONValue {
        var fields: JSONObject = ["verdict": .string(verdict.code.rawValue)]
        if let reason = verdict.reason { fields["reason"] = .string(reason) }
        if let proof = verdict.proof {
            let message = try UnverifiedToken(bytes: proof.token).message
            fields["token"] = .string(Hexadecimal.encode(proof.token))
            fields["to_be_signed"] = .string(Hexadecimal.encode(message.signedBytes(.token)))
            fields["fingerprint"] = .string(Hexadecimal.encode(proof.fingerprint.bytes))
            fields["reference"] = .string(proof.reference.description)
            fields["issuer"] = .string(proof.issuer.name)
            fields["issued"] = .string(proof.justificatif.issued.description)
            fields["last_day"] = .string(proof.justificatif.lastDay.description)
            fields["claims"] = ClaimsObject.json(proof.justificatif.claims)
        }
        return .object(fields)
    }

    func bytes(_ name: String, of question: inout JSONFields) throws -> [UInt8] {
        try decoded(try question.text(name), name, question)
    }

    private func decoded(
        _ text: String, _ name: String, _ question: JSONFields
    ) throws(JSONFault) -> [UInt8] {
        guard let bytes = Hexadecimal.decode(text) else {
            throw question.fault(name, "n’est pas hexadécimal", "is not hexadecimal")
        }
        return bytes
    }

    private func instant(_ name: String, of question: inout JSONFields) throws -> Instant {
        guard let instant = Instant(try question.text(name)) else {
            throw question.fault(name, "n’est pas un instant", "is no instant")
        }
        return instant
    }
}
