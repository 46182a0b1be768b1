internal import QRImage

/// How large the code is printed (Spec/page.md 4).
enum CodeSize {
    /// The symbol without its quiet zone is at least this wide.
    private static let leastMillimetres = 40
    /// 0.508 mm, so that a 150 dpi scan has three pixels a module.
    private static let leastDots = 6

    /// Dots of a 300 dpi printer for one module: whole ones, so that no printer rounds some
    /// modules up and others down; at 600 dpi they are whole too.
    static func dotsPerModule(_ code: QRCode) -> Int {
        // 40 mm are 40 / 25.4 * 300 dots.
        let least = leastMillimetres * 3_000
        let perModule = (least + code.side * 254 - 1) / (code.side * 254)
        return max(leastDots, perModule)
    }
}
