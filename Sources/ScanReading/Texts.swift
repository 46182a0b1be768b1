/// Reads the QR codes, and Data Matrix codes, of a PNG or JPEG file.
///
/// Gives the distinct texts in the order found, at most `ScanLimits.texts` of at most
/// `ScanLimits.textBytes` (a longer one is cut); none for a picture without a code. Texts are
/// whatever the codes say: nothing here knows a justificatif.
/// Throws `notAPicture`, `tooLarge`, `damaged` or `outOfMemory`.
package func texts(inPicture bytes: [UInt8]) throws(PictureRefusal) -> [String] {
    guard bytes.count <= ScanLimits.fileBytes else { throw .tooLarge }
    let picture = try GreyPicture(file: bytes)
    var found = FoundTexts(pixels: picture.width * picture.height)
    for attempt in Attempt.inOrder {
        found.add(try attempt.codes(in: picture))
        if found.isSure { break }
    }
    return found.texts
}
