/// A text of the shape of a token: the prefix, then base32 letters, the same for the same count.
package func sampleText(count: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var state = UInt32(truncatingIfNeeded: count) &+ 1
    var text = Array("JF1:".utf8.prefix(count))
    while text.count < count {
        state = state &* 1_664_525 &+ 1_013_904_223
        text.append(letters[Int(state >> 27)])
    }
    return String(decoding: text, as: UTF8.self)
}
