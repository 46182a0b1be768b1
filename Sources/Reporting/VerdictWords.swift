package import Explaining
internal import Lists
internal import Proofs
package import Verification

/// A verdict in words: what it is in one line, and what to do in one or two sentences.
package struct VerdictWords: Equatable, Sendable {
    package let headline: String
    package let advice: String
    /// Of what day the cancellations are that a green answer was judged by; nil for any other, and
    /// if its issuer names no list of them (Spec/guichet.md 1).
    package let cancellationsKnown: String?

    package init(_ verdict: Verdict, _ language: Language) {
        headline = VerdictWords.headline(verdict, language)
        let advice = VerdictWords.advice(verdict, language)
        let other = language(
            "La personne peut présenter un autre justificatif.",
            "The person may present another document.")
        let isGreen = verdict.code.family == .green
        self.advice = isGreen ? advice : "\(advice) \(other)"
        cancellationsKnown = (isGreen ? verdict.lists?.revocationIssued : nil).map {
            let day = DateWords.day($0.day, language)
            return language("Annulations connues au \(day).", "Cancellations known as of \(day).")
        }
    }

    private static func headline(_ verdict: Verdict, _ language: Language) -> String {
        switch verdict.code {
        case .valid: language("Justificatif authentique", "Authentic")
        case .validListsAging:
            language("Justificatif authentique", "Authentic")
                + (verdict.lists.map {
                    let day = DateWords.day($0.issuedToShow.day, language)
                    return language(" (listes du \(day))", " (lists of \(day))")
                } ?? "")
        case .signatureInvalid: language("Authenticité non confirmée", "Authenticity not confirmed")
        case .issuerUnknown: language("Émetteur non reconnu", "Issuer not recognised")
        case .outOfScope:
            language(
                "Émetteur non autorisé pour cette information",
                "Issuer not entitled to state this")
        case .keyWithdrawn:
            language("Signature de l’émetteur retirée", "Signature of the issuer withdrawn")
        case .revoked: language("Justificatif annulé", "Cancelled")
        case .expired:
            unusable(verdict) { proof in
                let day = DateWords.day(proof.lastDay, language)
                return language(
                    "Délai dépassé : valable jusqu’au \(day) inclus",
                    "Expired: was good until \(day)")
            }
        case .notYetValid:
            unusable(verdict) { proof in
                let day = DateWords.day(proof.issued, language)
                return language(
                    "Justificatif daté du \(day) (date future)", "Dated \(day), in the future")
            }
        case .wrongRecipient:
            unusable(verdict) { proof in
                let recipient = proof.claims.recipient?.text ?? ""
                return language("Établi pour : \(recipient)", "Made for: \(recipient)")
            }
        case .listsStale:
            language(
                "Contrôle impossible : listes absentes ou trop anciennes",
                "Cannot be checked: lists missing or too old")
        case .clockSuspect:
            language(
                "Contrôle impossible : la date de ce poste semble fausse",
                "Cannot be checked: the date of this machine seems wrong")
        case .malformed: language("Code incomplet ou abîmé", "Code incomplete or damaged")
        case .versionUnknown:
            language("Format plus récent que ce logiciel", "Format newer than this software")
        case .foreignCode:
            language("Ce code n’est pas un justificatif", "This code is not a justificatif")
        case .unreadable: language("Aucun code lu", "No code was read")
        case .severalCodes:
            language(
                "Plusieurs justificatifs sur la même image", "Several justificatifs in one picture")
        case .internalError: language("Incident technique", "Technical incident")
        }
    }

    /// Expired, too early or for somebody else: `words` say by which member of the proof.
    private static func unusable(
        _ verdict: Verdict, _ words: (Justificatif) -> String
    ) -> String {
        verdict.proof.map { words($0.justificatif) } ?? verdict.code.rawValue
    }

    private static func advice(_ verdict: Verdict, _ language: Language) -> String {
        switch verdict.code {
        case .valid: compare(language)
        case .validListsAging:
            compare(language) + " " + tellTheAge(verdict, language)
        case .signatureInvalid:
            language(
                "Scannez une seconde fois. Même résultat : n’acceptez pas ce document.",
                "Scan once more. Same result: do not accept this document.")
        case .issuerUnknown:
            language("N’acceptez pas ce document.", "Do not accept this document.")
                + (verdict.lists.map {
                    let day = DateWords.day($0.trustIssued.day, language)
                    return language(
                        " Listes utilisées : celles du \(day).", " Lists used: those of \(day).")
                } ?? "")
        case .outOfScope: language("N’acceptez pas ce document.", "Do not accept this document.")
        case .keyWithdrawn:
            language(
                "La personne n’y est peut-être pour rien : demandez un nouveau justificatif.",
                "The person may have nothing to do with it: ask for a new one.")
        case .revoked:
            language(
                "Annulé par l’émetteur ou à la demande du titulaire. "
                    + "Demandez un nouveau justificatif.",
                "Cancelled by the issuer or at the holder's request. Ask for a new one.")
        case .expired: language("Demandez un nouveau justificatif.", "Ask for a new one.")
        case .notYetValid:
            language(
                "Vérifiez la date de ce poste, puis scannez de nouveau.",
                "Check the date of this machine, then scan again.")
        case .wrongRecipient:
            language(
                "Authentique, mais destiné à un autre organisme. "
                    + "Demandez un justificatif pour le vôtre.",
                "Authentic, but meant for another body. Ask for one made for yours.")
        case .listsStale, .versionUnknown:
            innocent(language) + " "
                + language(
                    "Prévenez le service informatique.", "Tell the people who run this machine.")
        case .clockSuspect: correctTheDate(verdict, language) + " " + innocent(language)
        case .malformed:
            language(
                "Scannez de nouveau, bien à plat, ou copiez de nouveau le texte entier. "
                    + "Sinon, demandez une nouvelle impression.",
                "Scan again, laid flat, or copy the whole text again. "
                    + "Otherwise ask for a new print.")
        case .foreignCode:
            language(
                "Scannez le code marqué « À contrôler au guichet ».",
                "Scan the code marked « À contrôler au guichet ».")
        case .unreadable: verdict.nothingRead.map { $0.advice(language) } ?? verdict.code.rawValue
        case .severalCodes: language("Présentez-les un par un.", "Present them one by one.")
        case .internalError: innocent(language) + " " + tellTheCode(verdict, language)
        }
    }

    private static func innocent(_ language: Language) -> String {
        language("Le document n’est pas en cause.", "The document is not at fault.")
    }

    private static func correctTheDate(_ verdict: Verdict, _ language: Language) -> String {
        let here = DateWords.day(verdict.checkedAt.day, language)
        let least = verdict.lists.map { DateWords.day($0.clockFloor.day, language) } ?? ""
        return language(
            "Ce poste indique le \(here) ; la date devrait être au moins le \(least).",
            "This machine says \(here); the date should be at least \(least).")
    }

    private static func tellTheCode(_ verdict: Verdict, _ language: Language) -> String {
        let number = verdict.reason.map { " (\($0))" } ?? ""
        return language(
            "Recommencez, puis donnez ce code à l’assistance\(number).",
            "Try again, then give this code to the support desk\(number).")
    }

    private static func compare(_ language: Language) -> String {
        language(
            "Comparez le nom de naissance et la date de naissance "
                + "avec la pièce d’identité ou le dossier.",
            "Compare the birth name and the date of birth with the identity card or the file.")
    }

    private static func tellTheAge(_ verdict: Verdict, _ language: Language) -> String {
        let issued = verdict.lists?.issuedToShow.day.number ?? verdict.checkedAt.day.number
        let days = verdict.checkedAt.day.number - issued
        return language(
            "Signalez au service informatique que les listes ont \(days) jours.",
            "Tell the people who run this machine that the lists are \(days) days old.")
    }
}
