package import Proofs
package import Wire

/// Decides which of the files offered come into force (Spec/lists.md 6.3).
///
/// Everything is verified here, before anything is written; what is refused changes nothing.
package struct Adoption<Crypto: SignatureChecking & Hashing> {
    /// What clocks of publishers may be ahead of ours.
    static var toleranceHours: Int64 { 24 }

    package internal(set) var edition: ListsEdition
    package internal(set) var report = AdoptionReport()
    let now: Instant
    private let witness: ListWitness?
    let crypto: Crypto

    /// With a witness, no file counts that it does not name.
    package init(
        to edition: ListsEdition, at now: Instant, witness: ListWitness? = nil, _ crypto: Crypto
    ) {
        self.edition = edition
        self.now = now
        self.witness = witness
        self.crypto = crypto
    }

    /// Considers roots first, then trust lists, then revocation lists: each depends on the ones
    /// before.
    ///
    /// Files of one kind are considered in the order given.
    package mutating func consider(_ offers: [ListOffer]) {
        var byKind: [ListKind: [ListOffer]] = [:]
        for offer in offers {
            guard witness?.holds(offer.bytes, crypto) ?? true else {
                let sha256 = ListFileDigest.sha256(offer.bytes, crypto)
                note(offer, .refused(.notWitnessed(sha256: sha256)))
                continue
            }
            guard let kind = ListKind(of: offer.bytes) else {
                note(offer, .refused(.notAList))
                continue
            }
            byKind[kind, default: []].append(offer)
        }
        let trustLists = byKind[.trustList] ?? []
        for offer in byKind[.rootChain] ?? [] {
            do throws(AdoptionRefusal) {
                note(offer, try adopt(chain: offer.bytes, offered: trustLists.map(\.bytes)))
            } catch {
                note(offer, .refused(error))
            }
        }
        for offer in trustLists {
            do throws(AdoptionRefusal) {
                note(offer, try adopt(trust: offer.bytes))
            } catch {
                note(offer, .refused(error))
            }
        }
        for offer in byKind[.revocationList] ?? [] {
            do throws(AdoptionRefusal) {
                note(offer, try adopt(revocations: offer.bytes))
            } catch {
                note(offer, .refused(error))
            }
        }
    }

    private mutating func note(_ offer: ListOffer, _ outcome: AdoptionReport.Outcome) {
        report.outcomes.append((offer.name, outcome))
    }
}

extension Adoption {
    func checkSize(of bytes: [UInt8], _ kind: ListKind) throws(AdoptionRefusal) {
        guard bytes.count <= kind.byteLimit else { throw .tooLarge(limit: kind.byteLimit) }
    }

    /// Nothing goes back behind a mark, and a number has one content.
    func check(
        _ new: HighWaterMarks.Mark, against old: HighWaterMarks.Mark?, epochs: Bool
    ) throws(AdoptionRefusal) {
        guard let old else { return }
        switch old.standing(of: new) {
        case .newer, .same: return
        case .older:
            throw .lower(
                sequence: new.sequence, epoch: epochs ? new.epoch : nil, had: old.sequence,
                hadEpoch: epochs ? old.epoch : nil)
        case .otherContent: throw .otherContent(sequence: new.sequence)
        }
    }

    /// A list from tomorrow means that one of the two clocks is wrong.
    func checkDate(_ issued: Instant) throws(AdoptionRefusal) {
        guard issued <= now.adding(hours: Adoption.toleranceHours) else {
            throw .issuedInTheFuture(issued: issued, now: now)
        }
    }
}
