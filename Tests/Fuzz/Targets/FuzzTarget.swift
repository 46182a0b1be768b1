/// One place that untrusted bytes reach, and what must hold there whatever they are.
package protocol FuzzTarget: SendableMetatype {
    /// Also the name of its folder in `Regressions/`.
    static var name: String { get }
    /// How inputs are changed; nil where plain bytes do as well.
    static var mutator: (any Mutator)? { get }
    /// Reads one input; throws `Broken` when something does not hold.
    static func examine(_ input: [UInt8]) throws
}

extension FuzzTarget {
    package static var mutator: (any Mutator)? { nil }
}

/// Changes an input by its structure.
package protocol Mutator {
    /// Nil for an input without such a structure.
    ///
    /// `within` changes the bytes of a part as bytes.
    func changed(
        _ input: [UInt8], _ chance: inout Chance, _ within: ([UInt8]) -> [UInt8]
    ) -> [UInt8]?
}

/// Something that must always hold, and did not.
package struct Broken: Error, CustomStringConvertible {
    package let description: String
}

/// Throws unless this holds.
func hold(_ holds: Bool, _ promise: @autoclosure () -> String) throws(Broken) {
    guard holds else { throw Broken(description: "broken: \(promise())") }
}

/// All targets.
package enum FuzzTargets {
    package static let all: [any (FuzzTarget & SendableMetatype).Type] = [
        TextTarget.self, WedgeTarget.self, InsideTarget.self, CBORTarget.self, COSETarget.self,
        TokenTarget.self,
        TrustTarget.self, RootsTarget.self, RevocationsTarget.self, RiceTarget.self,
        AdoptionTarget.self, SourceTarget.self, ClaimsTarget.self, AnswersTarget.self,
        SpoolTarget.self, ReaderTarget.self, PNGTarget.self, JPEGTarget.self, PageTarget.self,
        WebPTarget.self,
        TIFFTarget.self,
    ]

    package static var names: [String] { all.map { $0.name } }

    package static func named(_ name: String) -> (any FuzzTarget.Type)? {
        all.first { $0.name == name }
    }
}
