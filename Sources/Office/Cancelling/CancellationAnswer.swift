package import Explaining
package import JSONFields
package import Proofs
package import Register
internal import Reporting

/// What is answered for one input: a stable code, and a sentence for the person.
package struct CancellationAnswer: Equatable, Sendable {
    /// What came of it.
    package enum Code: Equatable, Sendable {
        case cancelled
        case wouldBeCancelled
        case already(RegisterRow.Revocation)
        case restored
        case wasNotCancelled
        case announced(RegisterRow.Revocation)
        case expired
        case unknown
        case mistyped(ReferenceFault)
        case ambiguous
        case altered
    }

    package let code: Code
    private let input: String
    private let row: RegisterRow?

    init(_ input: String, _ code: Code, _ row: RegisterRow? = nil) {
        self.input = input
        self.code = code
        self.row = row
    }

    /// One line for a terminal.
    package func line(_ language: Language) -> String {
        let names = [input, row?.reference.description].compactMap { $0 }
        let name = names.count == 2 && names[0] != names[1] ? "\(names[0]) (\(names[1]))" : names[0]
        return TerminalText.neutralised(code.sentence.about(name)(language))
    }

    /// The same for programs.
    package func json(_ language: Language) -> JSONValue {
        var fields: JSONObject = [
            "format": .string("justificatif-revocation/1"), "input": .string(input),
            "result": .string(code.word), "message": .string(code.sentence(language)),
        ]
        fields["reference"] = row.map { .string($0.reference.description) }
        fields["issued"] = row.map { .string($0.issued.description) }
        return .object(fields)
    }
}

extension CancellationAnswer.Code {
    /// Stable and never translated.
    package var word: String {
        switch self {
        case .cancelled: "cancelled"
        case .wouldBeCancelled: "would-be-cancelled"
        case .already: "already-cancelled"
        case .restored: "restored"
        case .wasNotCancelled: "not-cancelled"
        case .announced: "published"
        case .expired: "expired"
        case .unknown: "unknown"
        case .mistyped: "mistyped"
        case .ambiguous: "ambiguous"
        case .altered: "altered"
        }
    }

    /// Whether the justificatif is now in the wanted state, even if it was before.
    package var isAsWished: Bool {
        switch self {
        case .cancelled, .wouldBeCancelled, .already, .restored, .wasNotCancelled: true
        case .announced, .expired, .unknown, .mistyped, .ambiguous, .altered: false
        }
    }

    /// For the person who asked.
    package var sentence: Wording {
        switch self {
        case .cancelled:
            Wording(
                "annulé ; les guichets le sauront après la prochaine publication",
                "cancelled; counters will know after the next publication")
        case .wouldBeCancelled:
            Wording(
                "serait annulé ; rien n’a été fait", "would be cancelled; nothing was done")
        case .already(let revocation):
            Wording(
                "déjà annulé le \(DateWords.day(revocation.day, .french)) "
                    + "(\(revocation.reason.words.french)) ; rien n’a changé",
                "cancelled already on \(DateWords.day(revocation.day, .english)) "
                    + "(\(revocation.reason.words.english)); nothing has changed")
        case .restored:
            Wording(
                "annulation levée ; elle n’avait pas été publiée",
                "the cancellation was taken back; it had not been published")
        case .wasNotCancelled:
            Wording("n’est pas annulé ; rien n’a changé", "is not cancelled; nothing has changed")
        case .announced(let revocation):
            Wording(
                "annulé le \(DateWords.day(revocation.day, .french)) et publié : l’annulation ne "
                    + "peut plus être levée, établissez un nouveau justificatif",
                "cancelled on \(DateWords.day(revocation.day, .english)) and published: this can "
                    + "no longer be taken back, issue a new justificatif")
        case .expired:
            Wording(
                "délai dépassé : plus personne ne l’accepte, il n’y a rien à annuler",
                "past its last day: nobody accepts it any more, there is nothing to cancel")
        case .unknown:
            Wording(
                "inconnu de ce registre (une ligne y reste trois mois après l’établissement)",
                "unknown to this register (a row is kept for three months after the issue)")
        case .mistyped(.check): ReferenceFault.check.explanation.words
        case .mistyped(let fault):
            Wording(
                "il n’y a pas de fichier de ce nom, et ce \(fault.explanation.words.french)",
                "there is no file of this name, and it \(fault.explanation.words.english)")
        case .ambiguous:
            Wording(
                "plusieurs justificatifs ont cette référence : donnez le texte ou l’image du code",
                "several justificatifs have this reference: give the text or picture of the code")
        case .altered:
            Wording(
                "ce code n’est pas celui qui a été établi sous ce numéro ; rien n’a été fait",
                "this code is not the one that was issued under this number; nothing was done")
        }
    }
}

extension RevocationReason {
    /// Why it was cancelled, for the person who asked.
    var words: Wording {
        switch self {
        case .holderRequest: Wording("à la demande du titulaire", "at the holder’s request")
        case .wrongFacts: Wording("information erronée", "wrong facts")
        case .misuse: Wording("usage abusif", "misuse")
        case .unspecified: Wording("sans motif indiqué", "no reason given")
        }
    }
}
