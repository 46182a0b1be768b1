/// What is wrong with a lists folder or a list, in one line.
package struct ListsFault: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
