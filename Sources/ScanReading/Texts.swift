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
