internal import Explaining
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

    /// One line for a terminal, in French.
    package var line: String {
        let names = [input, row?.reference.description].compactMap { $0 }
        let name = names.count == 2 && names[0] != names[1] ? "\(names[0]) (\(names[1]))" : names[0]
        return TerminalText.neutralised("\(name) : \(code.sentence)")
    }

    /// The same for programs.
    package var json: JSONValue {
        var fields: JSONObject = [
            "format": .string("justificatif-revocation/1"), "input": .string(input),
            "result": .string(code.word), "message": .string(code.sentence),
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

    /// In French, for the person who asked.
    package var sentence: String {
        switch self {
        case .cancelled: "annulé ; les guichets le sauront après la prochaine publication"
        case .wouldBeCancelled: "serait annulé ; rien n’a été fait"
        case .already(let revocation):
            "déjà annulé le \(DateWords.day(revocation.day, .french)) "
                + "(\(revocation.reason.french)) ; rien n’a changé"
        case .restored: "annulation levée ; elle n’avait pas été publiée"
        case .wasNotCancelled: "n’est pas annulé ; rien n’a changé"
        case .announced(let revocation):
            "annulé le \(DateWords.day(revocation.day, .french)) et publié : l’annulation ne peut "
                + "plus être levée, établissez un nouveau justificatif"
        case .expired: "délai dépassé : plus personne ne l’accepte, il n’y a rien à annuler"
        case .unknown:
            "inconnu de ce registre (une ligne y reste trois mois après l’établissement)"
        case .mistyped(let fault): fault.explanation.french
        case .ambiguous:
            "plusieurs justificatifs ont cette référence : donnez le texte ou l’image du code"
        case .altered:
            "ce code n’est pas celui qui a été établi sous ce numéro ; rien n’a été fait"
        }
    }
}

extension RevocationReason {
    fileprivate var french: String {
        switch self {
        case .holderRequest: "à la demande du titulaire"
        case .wrongFacts: "information erronée"
        case .misuse: "usage abusif"
        case .unspecified: "sans motif indiqué"
        }
    }
}
