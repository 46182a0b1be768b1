internal import Explaining
internal import Issuing
internal import PortalRules
internal import Proofs

extension JournalLine {
    /// A line in plain words, as the page shows it.
    var words: HTML {
        let subject = kind?.subject ?? Wording("justificatif", "justificatif")
        let target: HTML = recipient.map { "\(", pour ", ", for ")\($0)" } ?? ""
        let named: HTML = reference.map { " \("Référence", "Reference") \($0.description)." } ?? ""
        return switch act {
        case .login:
            "\("\(partner) nous a dit qui vous êtes.", "\(partner) told us who you are.")"
        case .query:
            """
            \("Nous avons interrogé \(asked) : \(subject)\(target). Réponse : \(answerWords).",
                "We asked \(asked): \(subject)\(target). Answer: \(answerWords).")
            """
        case .sign:
            """
            \("Justificatif : \(subject)\(target). \(partner) l’a \(answerWords).",
                "Justificatif: \(subject)\(target). \(answerWords) by \(partner).")\(named)
            """
        case .send:
            """
            \("Vous avez demandé à envoyer un justificatif à \(partner) : \(subject).",
                "You asked to send a justificatif to \(partner): \(subject).") \
            \("Votre navigateur le lui remet.", "Your browser hands it over.")\(named)
            """
        case .answer:
            """
            \("\(partner) a répondu : \(answerWords).", "\(partner) answered: \(answerWords).")\
            \(named)
            """
        case .decline:
            """
            \("Vous avez refusé de faire signer : \(subject)\(target).",
                "You refused to have signed: \(subject)\(target).")
            """
        case .cancel:
            """
            \("Vous avez annulé un justificatif : \(subject).",
                "You cancelled a justificatif: \(subject).")\(named)
            """
        }
    }

    /// Who was asked: a line has the French name of the body.
    private var asked: Wording {
        Datum.allCases.map(\.holder).first { $0.french == partner } ?? Wording(partner, partner)
    }

    /// A code in words where it is one of ours, and as it is where it is that of a refusal.
    private var answerWords: Wording {
        if act == .sign {
            return answer == "signed"
                ? Wording("signé", "Signed")
                : Wording("refusé (code \(answer))", "Refused (code \(answer))")
        }
        if act == .answer, let status = StatusLine.Status(rawValue: answer) { return status.words }
        return DatumState.title(ofCode: answer) ?? Wording(answer, answer)
    }
}

extension JustificatifKind {
    /// What it is about, in a sentence.
    fileprivate var subject: Wording {
        Wording(JustificatifKind.lowered(title.french), JustificatifKind.lowered(title.english))
    }

    private static func lowered(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}
