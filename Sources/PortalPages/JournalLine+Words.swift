package import Explaining
package import PortalRules
internal import Proofs

extension JournalLine {
    /// A line in plain words, as the table has it.
    package var words: Wording {
        guard let reference else { return sentence }
        return Wording(
            "\(sentence.french) Référence \(reference).",
            "\(sentence.english) Reference \(reference).")
    }

    /// The same as the page shows it.
    var html: HTML {
        guard let reference else { return "\(sentence)" }
        return """
            \(sentence) \("Référence", "Reference") \
            <span class="whole">\(reference.description)</span>.
            """
    }

    private var sentence: Wording {
        let answer = answerWords
        let target = recipient.map { Wording(", pour \(RecipientName.spoken($0))", ", for \($0)") }
        let what = Wording(
            subject.french + (target?.french ?? ""), subject.english + (target?.english ?? ""))
        return switch act {
        case .login:
            Wording("\(partner) nous a dit qui vous êtes.", "\(partner) told us who you are.")
        case .query:
            Wording(
                "Nous avons interrogé \(asked.french) : \(what.french). "
                    + "Réponse : \(answer.french).",
                "We asked \(asked.english): \(what.english). Answer: \(answer.english).")
        case .sign:
            Wording(
                "Justificatif : \(what.french). \(partner) l’a \(answer.french).",
                "Justificatif: \(what.english). \(answer.english) by \(partner).")
        case .send:
            Wording(
                "Vous avez demandé à envoyer un justificatif \(RecipientName.towards(partner)) : "
                    + "\(subject.french). "
                    + "Votre navigateur le lui remet.",
                "You asked to send a justificatif to \(partner): \(subject.english). "
                    + "Your browser hands it over.")
        case .answer:
            Wording(
                "\(partner) a répondu : \(answer.french).",
                "\(partner) answered: \(answer.english).")
        case .decline:
            Wording(
                "Vous avez refusé de faire signer : \(what.french).",
                "You refused to have signed: \(what.english).")
        case .cancel:
            Wording(
                "Vous avez annulé un justificatif : \(subject.french).",
                "You cancelled a justificatif: \(subject.english).")
        }
    }

    private var subject: Wording { datum?.subject ?? Wording("justificatif", "justificatif") }

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

extension Datum {
    /// What it is about, in a sentence.
    fileprivate var subject: Wording {
        switch self {
        // A proper name.
        case .complementaryCover: title
        case .quotientFamilial, .student, .grant, .taxIncome, .jobSeeker, .health:
            Wording(Datum.lowered(title.french), Datum.lowered(title.english))
        }
    }

    private static func lowered(_ text: String) -> String {
        text.prefix(1).lowercased() + text.dropFirst()
    }
}
