/// A file as it stands in `in/`.
package struct ArrivalEntry: Equatable, Sendable {
    /// What moves when somebody still writes.
    package struct Stamp: Equatable, Sendable {
        /// Milliseconds since 1970 of the last change to the file or its name.
        package let changed: Int64
        /// Bytes.
        package let size: Int64

        package init(changed: Int64, size: Int64) {
            self.changed = changed
            self.size = size
        }
    }

    /// The bytes of its name, as dropped.
    package let name: [UInt8]
    package let stamp: Stamp

    package init(name: [UInt8], stamp: Stamp) {
        self.name = name
        self.stamp = stamp
    }
}
