internal import Explaining

/// How many there are of something, with the noun in its number: in French 0 is one of them.
enum Counted {
    static func lines(_ number: Int) -> Wording {
        words(
            number, "ligne de journal", "lignes de journal", "journal entry", "journal entries")
    }

    static func links(_ number: Int) -> Wording {
        words(
            number, "destinataire noté", "destinataires notés", "recipient on record",
            "recipients on record")
    }

    static func parameters(_ number: Int) -> Wording {
        words(
            number, "identifiant gardé", "identifiants gardés", "identifier kept",
            "identifiers kept")
    }

    static func erasedLines(_ number: Int) -> Wording {
        words(
            number, "ligne de journal effacée", "lignes de journal effacées",
            "journal entry erased", "journal entries erased")
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
            "justificatif that can still be used", "justificatifs that can still be used")
    }

    static func unopened(_ number: Int) -> Wording {
        words(
            number, "élément ne s’ouvre pas", "éléments ne s’ouvrent pas", "entry cannot be opened",
            "entries cannot be opened")
    }

    static func hours(_ number: Int64) -> Wording {
        words(Int(number), "heure", "heures", "hour", "hours")
    }

    static func minutes(_ number: Int64) -> Wording {
        words(Int(number), "minute", "minutes", "minute", "minutes")
    }

    static func seconds(_ number: Int64) -> Wording {
        words(Int(number), "seconde", "secondes", "second", "seconds")
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
