import Explaining
import PortalRules
import Testing

/// Spec/portal.md 7.1.
@Suite struct LoginArtworkTests {
    private static let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]

    private func artwork(_ files: [String: [UInt8]]) throws(ArtworkRefusal) -> LoginArtwork {
        try LoginArtwork(files, in: "bouton")
    }

    @Test func servesWhatTheFolderHasByAddressesOfItsOwn() throws {
        let one = try artwork(["connexion.png": Self.png])
        #expect(one.pictures.map(\.address) == ["/bouton/connexion.png"])
        #expect(one.button.format.mediaType == "image/png")
        let two = try artwork(["connexion.svg": Self.svg, "connexion-survol.png": Self.png])
        #expect(
            two.pictures.map(\.address)
                == ["/bouton/connexion.svg", "/bouton/connexion-survol.png"])
        #expect(two.button.format.mediaType == "image/svg+xml")
        #expect(two.button.bytes == Self.svg)
    }

    @Test func takesTheSVGOfTwo() throws {
        let both = try artwork(["connexion.png": Self.png, "connexion.svg": Self.svg])
        #expect(both.pictures.map(\.format) == [.svg])
    }

    @Test func refusesAFolderWithoutThePictureOfTheButton() {
        for files in [[:], ["connexion-survol.svg": Self.svg], ["autre.svg": Self.svg]] {
            #expect(throws: ArtworkRefusal.missing("bouton")) { try artwork(files) }
        }
    }

    @Test(arguments: ["connexion", "connexion-survol"])
    func refusesAFileThatIsNotWhatItsNameSays(stem: String) {
        let others: [(String, [UInt8])] = [
            ("svg", Self.png), ("png", Self.svg), ("svg", []), ("png", []), ("svg", [0xFF, 0xFE]),
            ("svg", Array("<html><svg ></svg></html>".utf8)), ("svg", Array("<svgx>".utf8)),
            ("svg", Array("<?xml version=\"1.0\"?><html/>".utf8)),
            ("svg", Array(("<!--" + String(repeating: "-", count: 1_024) + "--><svg>").utf8)),
            ("png", Array(Self.png.prefix(7))),
        ]
        for (ending, bytes) in others {
            let name = "\(stem).\(ending)"
            var files = stem == "connexion" ? [:] : ["connexion.svg": Self.svg]
            files[name] = bytes
            #expect(throws: ArtworkRefusal.otherContent("bouton/\(name)")) { try artwork(files) }
        }
    }

    @Test func saysWhichFolderOrFileIsWrong() {
        let missing = ArtworkRefusal.missing("bouton").explanation
        #expect(missing.code == "artwork-missing" && missing.english.hasPrefix("bouton: "))
        let other = ArtworkRefusal.otherContent("bouton/connexion.png").explanation
        #expect(other.code == "artwork-other-content")
        #expect(other.french.hasPrefix("bouton/connexion.png : "))
    }

    @Test func takesAnSVGAsDrawingProgramsWriteIt() throws {
        for start in [
            "", "\u{FEFF}", "\n ", "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n", "<!-- a -->",
        ] {
            let file = Array((start + "<svg\nwidth=\"1\"/>").utf8)
            #expect(try artwork(["connexion.svg": file]).button.bytes == file)
        }
    }
}
