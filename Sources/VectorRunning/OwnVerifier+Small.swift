internal import JSONFields
internal import ListFiles
internal import Lists
internal import Proofs
internal import Sodium
@_spi(_Unicode) internal import Swift
internal import Wire

/// The small kinds (Vectors/README.md 2.3).
extension OwnVerifier {
    func base32(_ payload: [UInt8]) -> JSONValue {
        let text = TokenText.prefix + String(decoding: payload, as: UTF8.self)
        do throws(DecodeError) {
            return valid(["bytes": .string(Hexadecimal.encode(try TokenText.decode(text)))])
        } catch { return refused(error) }
    }

    /// A folded name in NFC.
    ///
    /// Names are compared by canonical equivalence, as texts of Swift are, but answers by their
    /// bytes. Without Foundation there is no other way to NFC.
    func folding(_ payload: [UInt8]) -> JSONValue {
        let folded = NameFolding.folded(String(decoding: payload, as: UTF8.self))
        var composed = String.UnicodeScalarView()
        composed.append(contentsOf: folded._nfc)
        return valid(["folded": .string(String(composed))])
    }

    func reference(_ payload: [UInt8]) -> JSONValue {
        let text = String(decoding: payload, as: UTF8.self)
        do throws(ReferenceFault) {
            return valid(["reference": .string(try Reference(text: text).description)])
        } catch { return answer("refused") }
    }

    func roots(_ payload: [UInt8]) -> JSONValue {
        guard let roots = try? RootsFile.parse(payload, from: "roots", crypto) else {
            return answer("refused")
        }
        return valid(["fingerprint": ListsKeeper.fingerprint(of: roots, crypto)])
    }

    func signature(_ question: inout JSONFields) throws -> JSONValue {
        guard let key = PublicKey(try bytes("key", of: &question), checkedBy: crypto) else {
            return answer("key")
        }
        guard let signature = Signature(try bytes("signature", of: &question)) else {
            return answer("length")
        }
        let message = try bytes("message", of: &question)
        return answer(crypto.isValid(signature, for: message.span, by: key) ? "valid" : "signature")
    }

    func coding(_ question: inout JSONFields) throws -> JSONValue {
        let bits = try bytes("bits", of: &question)
        let count = try number("count", 1...Limits.revokedProofs, of: &question)
        let width = try number("width", 1...Limits.revocationWidth, of: &question)
        let parameter = try number("parameter", 0...width, of: &question)
        do throws(DecodeError) {
            let values = try Rice.decode(
                bits.span, 0..<bits.count, count: count, width: width, parameter: parameter)
            return valid(["values": .array(values.map { .integer(Int64($0)) })])
        } catch { return refused(error) }
    }

    func hashing(_ question: inout JSONFields) throws -> JSONValue {
        let day = try number("day", 0...Day.last, of: &question)
        let seed = try number("seed", 0...255, of: &question)
        let width = try number("width", 1...Limits.revocationWidth, of: &question)
        guard let fingerprint = Fingerprint(try bytes("fingerprint", of: &question)) else {
            throw question.fault("fingerprint", "n’a pas 16 octets", "has not 16 bytes")
        }
        let hash = DayHash(day: Day(number: day), seed: UInt8(seed), width: width)
        return valid(["value": .integer(Int64(hash.value(of: fingerprint, crypto)))])
    }

    private func number(
        _ name: String, _ range: ClosedRange<Int>, of question: inout JSONFields
    ) throws -> Int {
        guard let number = Int(exactly: try question.integer(name)), range.contains(number) else {
            throw question.fault(
                name, "n’est pas de \(range.lowerBound) à \(range.upperBound)",
                "is not \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private func answer(_ word: String) -> JSONValue { .object(["answer": .string(word)]) }

    private func refused(_ error: DecodeError) -> JSONValue { answer(error.code.rawValue) }

    private func valid(_ fields: JSONObject) -> JSONValue {
        var fields = fields
        fields["answer"] = .string("valid")
        return .object(fields)
    }
}
