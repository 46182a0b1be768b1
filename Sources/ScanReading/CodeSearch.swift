/// Reads the QR codes, or when there are none the Data Matrix codes, of a PNG, JPEG or WebP file.
///
/// Gives the distinct texts in the order found, at most `ScanLimits.texts` of at most
/// `ScanLimits.textBytes` (a longer one is cut); none for a picture without a code. Texts are
/// whatever the codes say: nothing here knows a justificatif. Once a text that begins with `prefix`
/// was found, nothing dear is tried any more.
/// Throws `notAPicture`, `tooLarge`, `damaged` or `outOfMemory`.
package func texts(
    inPicture bytes: [UInt8], seeking prefix: String = ""
) throws(PictureRefusal) -> [String] {
    guard bytes.count <= ScanLimits.fileBytes else { throw .tooLarge }
    let picture = try GreyPicture(file: bytes)
    var search = CodeSearch(
        of: picture.pixelCount, seeking: prefix, budget: WorkBudget(pixels: ScanLimits.lookPixels))
    try search.search(picture)
    return search.found.texts
}

/// The search for codes in one picture, from cheap to dear, until what is sought was found or the
/// budget is spent (Spec/reading.md 1).
struct CodeSearch {
    private(set) var found: FoundTexts
    private let prefix: String
    private var budget: WorkBudget

    /// `prefix` is how the sought texts begin; with an empty one any QR code will do.
    init(of pixels: Int, seeking prefix: String, budget: WorkBudget) {
        found = FoundTexts(pixels: pixels)
        self.prefix = prefix
        self.budget = budget
    }

    /// What is left of the budget.
    var unspent: Int { budget.pixels }

    mutating func search(_ picture: consuming GreyPicture) throws(PictureRefusal) {
        var picture = picture
        if picture.pixelCount <= ScanLimits.plainPixels {
            found.add(try Look.plain.codes(in: picture))
            if found.isSure { return }
        }
        // What a scanner gives beyond 300 dots an inch on A4 is not detail of a code.
        while picture.pixelCount > ScanLimits.workingPixels, let half = try picture.halved() {
            picture = half
        }
        try lookTwice(at: picture)
        if isDone { return }
        let levels = Levels(of: picture)
        if levels.isBlank { return }
        found.add(try BentCodes.codes(in: picture))
        if isDone { return }
        if let stretched = try picture.stretched(from: levels.used) {
            picture = stretched
            try look(at: picture)
            if isDone { return }
        }
        for treatment in Treatment.allCases {
            try look(at: picture, treatment)
            if isDone { return }
        }
        if found.texts.isEmpty { found.add(try Look.dataMatrix.codes(in: picture)) }
    }

    private var isDone: Bool { found.hasQRCode(beginningWith: prefix) }

    /// As it is, then without what was found, or at half size: the first look may miss one code of
    /// several, and noise goes away when four pixels become one.
    private mutating func lookTwice(at picture: borrowing GreyPicture) throws(PictureRefusal) {
        let codes = try Look.thorough.codes(in: picture)
        found.add(codes)
        picture.paintOut(codes)
        if picture.pixelCount > ScanLimits.halvingPixels || codes.isEmpty {
            if let half = try picture.halved() { try look(at: half) }
        } else {
            try look(at: picture)
        }
    }

    private mutating func look(
        at picture: borrowing GreyPicture, _ treatment: Treatment
    ) throws(PictureRefusal) {
        guard budget.spend(treatment.growth * picture.pixelCount),
            let treated = try treatment.applied(to: picture)
        else { return }
        found.add(try Look.thorough.codes(in: treated))
        // A net needs no more pixels than there are.
        if treatment.growth == 1, !isDone { found.add(try BentCodes.codes(in: treated)) }
    }

    private mutating func look(at picture: borrowing GreyPicture) throws(PictureRefusal) {
        found.add(try Look.thorough.codes(in: picture))
    }
}

/// What may still be spent on looking, in pixels looked at.
///
/// Work and not time: the same picture gives the same answer on a slow machine.
struct WorkBudget {
    private(set) var pixels: Int

    /// Takes the cost of a look; false, and nothing taken, when it is beyond what is left.
    mutating func spend(_ cost: Int) -> Bool {
        guard cost <= pixels else { return false }
        pixels -= cost
        return true
    }
}
