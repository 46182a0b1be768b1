/// What is wrong with a JSON file, in one line: which file, which field, what to write.
package struct JSONFault: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
