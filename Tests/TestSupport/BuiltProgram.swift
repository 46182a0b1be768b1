internal import FoundationEssentials

/// The programs as they were built with the running tests.
package enum BuiltProgram {
    /// The path of a program beside the running test or in a folder above; nil when there is none.
    package static func path(of name: String) -> String? {
        let files = FileManager.default
        let running = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        for start in CommandLine.arguments + [running ?? ""] where start.hasPrefix("/") {
            var folders = start.split(separator: "/").dropLast()
            while !folders.isEmpty {
                let candidate = "/" + folders.joined(separator: "/") + "/\(name)"
                var isFolder = false
                if files.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder {
                    return candidate
                }
                folders.removeLast()
            }
        }
        return nil
    }
}
