internal import Files

/// The folder `Vectors/`.
package struct VectorFolder: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// Names of all vectors of these layers, in ascending order of layer and name.
    ///
    /// Throws `VectorFault` if there is none, and if a file is in the folder of another
    /// layer.
    package func names(of layers: [VectorLayer]) throws -> [String] {
        var names: [String] = []
        for layer in layers {
            for file in try Folders.names(in: "\(path)/\(layer.rawValue)", limit: 10_000)
            where file.hasSuffix(".vec") {
                guard file.hasPrefix("\(layer.rawValue)_") else {
                    throw VectorFault(
                        "\(path)/\(layer.rawValue)/\(file)", "d’une autre couche",
                        "of another layer")
                }
                names.append(String(file.dropLast(4)))
            }
        }
        guard !names.isEmpty else {
            throw VectorFault(
                path, "pas de vecteurs ; donnez le dossier Vectors/ des sources",
                "no vectors; give the folder Vectors/ of a checkout")
        }
        return names
    }

    /// Reads the vector of this name; throws for one that is missing, too large or damaged.
    package func file(_ name: String) throws -> VectorFile {
        let layer = name.prefix { $0 != "_" }
        let bytes = try FileReading.bytes(
            of: "\(path)/\(layer)/\(name).vec", limit: VectorFile.byteLimit)
        return try VectorFile(parsing: bytes, named: name)
    }

    /// A file of `material/`; a name with a slash is refused.
    package func material(_ name: String) throws -> [UInt8] {
        guard !name.contains("/") else {
            throw VectorFault("material \"\(name)\"", "ce nom n’existe pas", "no such name")
        }
        return try FileReading.bytes(of: "\(path)/material/\(name)", limit: 16_777_216)
    }
}
