internal import Files
package import Lists

/// A file with the SHA-256 of published lists (Spec/lists.md 6.6).
package enum WitnessFile {
    private static let largest = 1_048_576

    /// Reads a file; throws `FileFault` if it cannot be read or is larger than 1 MiB, and
    /// `ListsFault` if it is not of the form.
    package static func read(_ path: String) throws -> ListWitness {
        let bytes = try FileReading.bytes(ofInput: path, limit: largest)
        do throws(WitnessFault) {
            return try ListWitness(reading: bytes)
        } catch {
            throw ListsFault(error, at: path)
        }
    }
}
