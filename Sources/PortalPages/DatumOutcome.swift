package import PortalRules
package import Proofs
package import SigningMessages

/// What became of one fact that a person chose.
package struct DatumOutcome: Sendable {
    /// How far it came.
    package enum Progress: Sendable {
        /// There is nothing to sign, and why.
        case missing(DatumState)
        /// It may be signed, and exactly this will be readable.
        case readable(ReadableProof)
        /// The signing service would not sign it, and says why.
        case refused(SigningRefusal)
        case signed(Reference)
        /// The person did not want it.
        case declined
    }

    /// Its place in the choice, from 1.
    package let number: Int
    package let datum: Datum
    package let progress: Progress
    /// When the body was asked.
    package let askedAt: Instant
    /// Whom a person turns to if it is wrong or missing.
    package let contact: SourceContact
    /// What the body advises on it.
    package let advice: [Advice]

    /// Whether it waits for the person to accept or refuse.
    var isReadable: Bool {
        switch progress {
        case .readable: true
        case .missing, .refused, .signed, .declined: false
        }
    }

    /// Whether nothing came of it, and nothing will without asking again.
    var isWithout: Bool {
        switch progress {
        case .missing, .refused, .declined: true
        case .readable, .signed: false
        }
    }

    /// Whether the person has to log in again before it can be asked for.
    var needsLogin: Bool {
        switch progress {
        case .missing(let state): state.needsLogin
        case .readable, .refused, .signed, .declined: false
        }
    }

    package init(
        number: Int, datum: Datum, progress: Progress, askedAt: Instant, contact: SourceContact,
        advice: [Advice] = []
    ) {
        self.number = number
        self.datum = datum
        self.progress = progress
        self.askedAt = askedAt
        self.contact = contact
        self.advice = advice
    }
}
