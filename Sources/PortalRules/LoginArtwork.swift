/// The artwork of the button that leads to FranceConnect (Spec/portal.md 7.1).
///
/// It is the State's, and not ours to give: the body that runs a portal has it in a folder.
package struct LoginArtwork: Equatable, Sendable {
    /// The largest picture, in bytes.
    package static let pictureLimit = 65_536

    /// The files that are looked for in the folder; any other is passed over.
    package static let names = [buttonName, hoverName].flatMap { stem in
        Format.allCases.map { "\(stem).\($0.rawValue)" }
    }

    private static let buttonName = "connexion"
    private static let hoverName = "connexion-survol"

    package let button: Picture
    /// What takes its place under a pointer or with the keyboard; nil if the folder has none.
    package let hover: Picture?

    /// Each picture that is served.
    package var pictures: [Picture] { [button] + [hover].compactMap(\.self) }

    /// Takes the files that a folder has of `names`; of two of one picture the SVG.
    ///
    /// Throws if there is none of the button, or if one does not begin as its name says.
    package init(_ files: [String: [UInt8]], in folder: String) throws(ArtworkRefusal) {
        guard let button = try Picture(LoginArtwork.buttonName, of: files, in: folder) else {
            throw .missing(folder)
        }
        self.button = button
        hover = try Picture(LoginArtwork.hoverName, of: files, in: folder)
    }
}

extension LoginArtwork {
    /// One picture, served as it is.
    package struct Picture: Equatable, Sendable {
        package let address: String
        package let format: Format
        package let bytes: [UInt8]

        fileprivate init?(
            _ stem: String, of files: [String: [UInt8]], in folder: String
        ) throws(ArtworkRefusal) {
            for format in Format.allCases {
                let name = "\(stem).\(format.rawValue)"
                guard let bytes = files[name] else { continue }
                guard format.begins(bytes) else { throw .otherContent("\(folder)/\(name)") }
                address = "/bouton/\(name)"
                self.format = format
                self.bytes = bytes
                return
            }
            return nil
        }
    }

    /// What a picture is, as its name ends.
    package enum Format: String, CaseIterable, Sendable {
        case svg
        case png

        /// The type that it is served as.
        package var mediaType: String {
            switch self {
            case .svg: "image/svg+xml"
            case .png: "image/png"
            }
        }

        /// Whether a file begins as one of this kind does.
        fileprivate func begins(_ bytes: [UInt8]) -> Bool {
            switch self {
            case .svg:
                guard let text = String(validating: bytes, as: UTF8.self) else { return false }
                return text.prefixMatch(of: /\u{FEFF}?\s*<(svg[\s>]|\?xml\s|!--)/) != nil
                    && text.prefix(1_024).contains(/<svg[\s>]/)
            case .png: return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            }
        }
    }
}
