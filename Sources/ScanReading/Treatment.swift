/// What is done to a picture in which nothing was found, before it is looked at again.
enum Treatment: CaseIterable {
    case softened
    case inverted
    case mirrored
    case median
    case doubled
    case sharpened
    case doubledSoftened
    case doubledSharpened
    case darkest
    case unblurred

    /// The picture so treated; nothing when it is too large for that.
    func applied(to picture: borrowing GreyPicture) throws(PictureRefusal) -> GreyPicture? {
        switch self {
        case .softened: return try picture.filtered(\.softened)
        case .inverted: return try picture.inverted()
        case .mirrored: return try picture.mirrored()
        case .median: return try picture.filtered(\.median)
        case .sharpened: return try picture.filtered(\.sharpened)
        case .doubled: return try picture.doubled()
        case .doubledSoftened: return try picture.filtered(\.softened).doubled()
        case .doubledSharpened: return try picture.filtered(\.sharpened).doubled()
        case .darkest: return try picture.filtered(\.darkest)
        case .unblurred: return try picture.unblurred()
        }
    }

    /// How many times as many pixels it gives.
    var growth: Int {
        switch self {
        case .softened, .inverted, .mirrored, .median, .sharpened, .darkest, .unblurred: 1
        case .doubled, .doubledSoftened, .doubledSharpened: 4
        }
    }
}
