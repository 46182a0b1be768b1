internal import JSONFields

/// Where a portal keeps what persons come back to (Spec/space.md).
package struct SpaceSettings: Equatable, Sendable {
    /// The SQLite file, which the portal makes.
    package let file: String
    /// The file with the secret it is sealed under.
    package let secretFile: String
}

extension JSONFields {
    /// `space` and `space_secret_file`: both, or neither and nothing is kept.
    mutating func space() throws(JSONFault) -> SpaceSettings? {
        let file = try optionalText("space")
        let secret = try optionalText("space_secret_file")
        switch (file, secret) {
        case (let file?, let secret?): return SpaceSettings(file: file, secretFile: secret)
        case (nil, nil): return nil
        case (nil, _?): throw missing("space")
        case (_?, nil): throw missing("space_secret_file")
        }
    }
}
