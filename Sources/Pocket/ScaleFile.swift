internal import DataSources
internal import Files
package import Issuing
internal import JSONFields

/// A published scale in a file (Spec/issuing.md 4).
package enum ScaleFile {
    /// Throws `FileFault`, or `JSONFault` with the field that is wrong.
    package static func read(at path: String) throws -> Scale {
        let bytes = try FileReading.bytes(ofInput: path, limit: JSONValue.byteLimit)
        return try Scale(json: JSONValue(parsing: bytes, from: path), at: path)
    }
}
