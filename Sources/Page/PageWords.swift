internal import Explaining
internal import Lists
internal import Proofs
internal import Reporting
internal import Verification

/// The sentences every page has.
enum PageWords {
    static let codeLabel = "À contrôler au guichet"
    static let codeText = "Texte du code, à copier si l’image ne peut pas être lue"
    static let referenceLabel = FrenchText.set("Référence :")
    /// What is read aloud in place of the code.
    static let codeAlternative = FrenchText.set(
        "Code QR à contrôler au guichet ; il contient les informations de cette page, et son texte "
            + "est à la fin.")
    static let values = "Ce que dit ce document"
    static let person = "Titulaire"
    static let recipient = "Établi pour"

    static func statement(_ facts: [String]) -> String {
        if facts.count == 1, let fact = facts.first {
            return FrenchText.set("Ce document prouve une seule chose : \(fact).")
        }
        let count = FrenchText.count(facts.count)
        return FrenchText.set("Ce document prouve \(count) choses, et rien d’autre :")
    }

    /// Clauses as the items of one sentence.
    static func list(_ facts: [String]) -> [String] {
        facts.enumerated().map { index, fact in
            FrenchText.set(index == facts.count - 1 ? "\(fact)." : "\(fact) ;")
        }
    }

    /// `ifLost` is for a page without a slip, which else says it.
    static func sections(_ claims: Claims, ifLost: String?) -> [PageSection] {
        [
            section(
                "Présenter et contrôler",
                [
                    "Présentez cette page, ou son image sur un téléphone, avec une pièce "
                        + "d’identité.",
                    "Au guichet, le code est lu sans Internet : l’écran affiche « Justificatif "
                        + "authentique » et ces informations.",
                    "L’impression seule ne prouve rien : c’est l’écran de contrôle qui fait foi.",
                ]),
            section(
                "Ce que ce document ne prouve pas",
                [
                    "Il ne prouve pas que la personne qui le présente en est titulaire.",
                    claims.words(.dataAsOf).map {
                        "Il ne dit pas ce qui a pu changer depuis le \($0), date des données."
                    },
                ].compactMap { $0 }),
            section(
                "À savoir",
                [
                    "Usage facultatif : vous pouvez fournir un autre justificatif.",
                    "Le code contient les informations imprimées ici et aucune autre sur vous. "
                        + "Toute personne qui le photographie peut les lire. Ce n’est pas un "
                        + "lien : ne le lisez pas avec une application de recherche, ne le "
                        + "publiez pas.",
                    "Une information est fausse ? Adressez-vous à \(sources(claims)) ; le guichet "
                        + "ne peut pas la corriger.",
                    ifLost,
                ].compactMap { $0 }),
        ]
    }

    /// The issuer's own words, as signed; no section without any.
    static func issuerWords(_ issuer: Issuer) -> [PageSection] {
        var paragraphs = issuer.notice.split(separator: "\n").map(String.init)
        if !issuer.contact.isEmpty {
            paragraphs.append(
                FrenchText.set("Contact et réclamations : ") + PageContent.oneLine(issuer.contact))
        }
        guard !paragraphs.isEmpty else { return [] }
        return [
            PageSection(heading: "L’émetteur vous informe", paragraphs: paragraphs, isList: false)
        ]
    }

    static func ifLost(_ proof: VerifiedProof) -> String {
        let day = DateWords.day(proof.justificatif.lastDay, .french)
        return "Perdu ? Cet émetteur n’annule pas ses justificatifs : celui-ci reste utilisable "
            + "jusqu’au \(day) inclus."
    }

    static let accessibility = FrenchText.set(
        "Accessibilité : ce fichier PDF est balisé, un lecteur d’écran le lit en entier.")

    /// « Organisme : CAF », « Données du 2 novembre 2026 ».
    static func joined(_ pair: ClaimWords) -> String {
        let isOpen = [" du", " le", " au", "’au"].contains { pair.title.hasSuffix($0) }
        return FrenchText.set("\(pair.title)\(isOpen ? "" : " :") \(pair.value)")
    }

    private static func section(_ heading: String, _ sentences: [String]) -> PageSection {
        PageSection(heading: heading, paragraphs: sentences.map(FrenchText.set), isList: true)
    }

    private static func sources(_ claims: Claims) -> String {
        let sources = PageTitle.sources(claims)
        if sources.count == 1, let source = sources.first { return source }
        return "l’organisme qui l’a fournie (\(sources.joined(separator: ", ")))"
    }
}
