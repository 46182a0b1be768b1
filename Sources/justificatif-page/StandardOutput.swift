internal import Files
internal import Glibc

/// Standard output as the one place a page goes to.
enum StandardOutput {
    static func write(_ bytes: [UInt8]) throws(FileFault) {
        var fault: FileFault?
        unsafe bytes.withUnsafeBytes { buffer in
            do throws(FileFault) {
                unsafe try FileWriting.writeAll(
                    buffer, to: STDOUT_FILENO, named: "standard output")
            } catch { fault = error }
        }
        if let fault { throw fault }
    }
}
