package import Explaining
package import Proofs

/// The last publication of the revocation list, or the one that is being made
/// (Spec/register.md 3).
package struct Publication: Equatable, Sendable {
    /// The id of the list; a register serves one.
    package let list: String
    package let epoch: UInt64
    package let sequence: UInt64
    package let issued: Instant
    /// Nothing more is registered on days up to this one.
    package let closedThrough: Day
    /// SHA-256 of the payload, noted before the list is released; nil while it is being made.
    package let digest: [UInt8]?

    /// Whether it may have left this machine.
    package var isReleased: Bool { digest != nil }

    func with(sequence: UInt64, digest: [UInt8]?) -> Publication {
        Publication(
            list: list, epoch: epoch, sequence: sequence, issued: issued,
            closedThrough: closedThrough, digest: digest)
    }
}

/// Why nothing is published.
package enum PublicationRefusal: Explained, Equatable {
    /// The register has published under another id.
    case otherList(String)
    /// The register has published in a later epoch.
    case earlierEpoch(UInt64)
    /// The register has published as of a later instant.
    case earlierInstant(Instant)
    /// The sequence asked for was used before; `next` is free.
    case sequenceUsed(next: UInt64)
    /// Another process has begun to publish since.
    case overtaken

    package var explanation: Explanation {
        switch self {
        case .otherList(let list):
            Explanation(
                "other-list", .data,
                "--id : ce registre publie la liste « \(list) », et un registre sert une seule "
                    + "liste",
                "--id: this register publishes the list \"\(list)\", and a register serves one list"
            )
        case .earlierEpoch(let epoch):
            Explanation(
                "earlier-epoch", .data,
                "--epoch : la dernière publication est de l’époque \(epoch) ; une époque ne recule "
                    + "jamais",
                "--epoch: the last publication was of epoch \(epoch); an epoch never goes back")
        case .earlierInstant(let instant):
            Explanation(
                "earlier-instant", .data,
                "la dernière publication est datée du \(instant), après celle-ci ; si cette date "
                    + "était fausse, augmentez l’époque dans la liste de confiance et donnez "
                    + "--epoch",
                "the last publication was as of \(instant), later than this one; if that instant "
                    + "was wrong, raise the epoch in the trust list and give --epoch")
        case .sequenceUsed(let next):
            Explanation(
                "sequence-used", .data,
                "--sequence : a déjà été publié ; le suivant est \(next)",
                "--sequence: was published before; \(next) is the next one")
        case .overtaken:
            Explanation(
                "overtaken", .data,
                "un autre programme publie depuis ce registre ; rien n’a été écrit",
                "another process is publishing from this register; nothing was written")
        }
    }
}
