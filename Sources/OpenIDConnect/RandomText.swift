/// Texts that nobody guesses.
package enum RandomText {
    private static let digits = Array(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    /// 43 letters and digits, 256 bits: FranceConnect takes no other characters.
    ///
    /// `random` returns so many random bytes; those from 248 on are dropped, so that each of the 62
    /// is as likely.
    package static func base62(_ random: (Int) -> [UInt8]) -> String {
        var text = ""
        while text.utf8.count < 43 {
            for byte in random(64) where byte < 248 && text.utf8.count < 43 {
                text.append(digits[Int(byte) % 62])
            }
        }
        return text
    }

    /// Whether two texts are the same, in a time that tells nothing of where they differ.
    package static func areSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
