internal import CVersion

/// The version that every program of this build says of itself.
package enum ProductVersion {
    /// Such as `0.1.0`, and for a commit between two versions `0.1.0+12.g1a2b3c4`.
    package static let text = unsafe String(cString: jv_version())
}
