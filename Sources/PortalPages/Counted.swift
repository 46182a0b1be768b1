internal import Explaining

/// How many there are of something, with the noun in its number: in French 0 is one of them.
enum Counted {
    static func lines(_ number: Int) -> Wording {
        words(
            number, "ligne de journal", "lignes de journal", "line of the journal",
            "lines of the journal")
    }

    static func links(_ number: Int) -> Wording {
        words(
            number, "destinataire noté", "destinataires notés", "recipient noted",
            "recipients noted")
    }

    static func parameters(_ number: Int) -> Wording {
        words(
            number, "identifiant gardé", "identifiants gardés", "identifier kept",
            "identifiers kept")
    }

    static func erasedLines(_ number: Int) -> Wording {
        words(
            number, "ligne de journal effacée", "lignes de journal effacées",
            "line of the journal erased", "lines of the journal erased")
    }

    static func erasedLinks(_ number: Int) -> Wording {
        words(
            number, "destinataire effacé", "destinataires effacés", "recipient erased",
            "recipients erased")
    }

    static func erasedParameters(_ number: Int) -> Wording {
        words(
            number, "identifiant effacé", "identifiants effacés", "identifier erased",
            "identifiers erased")
    }

    static func cancelled(_ number: Int) -> Wording {
        words(
            number, "justificatif annulé", "justificatifs annulés", "justificatif cancelled",
            "justificatifs cancelled")
    }

    static func usable(_ number: Int) -> Wording {
        words(
            number, "justificatif utilisable", "justificatifs utilisables",
            "justificatif that can be used", "justificatifs that can be used")
    }

    static func unopened(_ number: Int) -> Wording {
        words(
            number, "élément ne s’ouvre pas", "éléments ne s’ouvrent pas", "entry does not open",
            "entries do not open")
    }

    static func hours(_ number: Int64) -> Wording {
        words(Int(number), "heure", "heures", "hour", "hours")
    }

    static func minutes(_ number: Int64) -> Wording {
        words(Int(number), "minute", "minutes", "minute", "minutes")
    }

    private static func words(
        _ number: Int, _ frenchOne: String, _ frenchSeveral: String, _ englishOne: String,
        _ englishSeveral: String
    ) -> Wording {
        Wording(
            "\(number) \(number < 2 ? frenchOne : frenchSeveral)",
            "\(number) \(number == 1 ? englishOne : englishSeveral)")
    }
}
