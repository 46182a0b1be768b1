/// Why there was nothing to judge: the reasons of `unreadable` (Spec/verdicts.md 2.1).
///
/// The raw value is the stable code for logs and verdicts.
package enum NothingRead: String, CaseIterable, Sendable {
    /// A picture or document without any code; the only one that another try helps.
    case noCode = "no-code"
    /// No bytes, or only white space.
    case empty = "empty"
    /// A link, a folder or a device.
    case notAFile = "not-a-file"
    /// Of no kind that is read.
    case notAPicture = "not-a-picture"
    /// A text of more than 65,536 bytes, a file or a picture beyond its limit.
    case tooLarge = "too-large"
    /// It cannot be decoded, or is locked by a password.
    case damaged = "damaged"
    /// No memory for its pixels.
    case outOfMemory = "out-of-memory"
    /// A document of more than 64 pages, or of more than 32 that are not blank.
    case tooManyPages = "too-many-pages"
    /// A PDF, and nothing on this machine that reads one.
    case pdfDisabled = "pdf-disabled"
}
