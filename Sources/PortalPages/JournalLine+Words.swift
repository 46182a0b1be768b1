internal import Issuing
internal import PortalRules
internal import Proofs

extension JournalLine {
    /// A line in plain French, as the page shows it.
    var french: String {
        let datum =
            kind.map { $0.french.prefix(1).lowercased() + $0.french.dropFirst() }
            ?? "justificatif"
        let target = recipient.map { ", pour \($0)" } ?? ""
        let named = reference.map { " Référence \($0)." } ?? ""
        switch act {
        case .login: return "\(partner) nous a dit qui vous êtes."
        case .query:
            return "Nous avons interrogé \(partner) : \(datum)\(target). Réponse : \(answerWords)."
        case .sign:
            return "Justificatif : \(datum)\(target). \(partner) l’a \(answerWords).\(named)"
        case .decline: return "Vous avez refusé de faire signer : \(datum)\(target)."
        case .cancel: return "Vous avez annulé un justificatif : \(datum).\(named)"
        }
    }

    /// A code in words where it is one of ours, and as it is where it is that of a refusal.
    private var answerWords: String {
        switch answer {
        case "obtained": "obtenu"
        case "absent": "inexistant"
        case "not-identified": "non identifié"
        case "not-transmitted": "non transmis"
        case "login-over": "connexion expirée"
        case "retry": "à redemander plus tard"
        case "signed": "signé"
        default: act == .sign ? "refusé (code \(answer))" : answer
        }
    }
}
