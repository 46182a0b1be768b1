import Glibc
import SpoolService
import TestSupport
import Testing

/// Datagrams to the service manager, as sd_notify(3) has them.
@Suite struct ServiceManagerTests {
    @Test func tellsTheSocketItWasGiven() throws {
        let folder = TemporaryFolder()
        let path = folder.file("notify")
        let listener = try NotifyListener(path)
        ServiceManager(path).tell("READY=1")
        ServiceManager(path).tell("STOPPING=1")
        #expect(listener.messages == ["READY=1", "STOPPING=1"])
    }

    @Test(arguments: [
        nil, "", "relative", "/nonexistent/socket", String(repeating: "/a", count: 99),
    ])
    func tellsNobodyElse(address: String?) {
        ServiceManager(address).tell("READY=1")
    }
}

/// A socket in the place of systemd's.
final class NotifyListener {
    private let number: Int32

    init(_ path: String) throws {
        number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: Array(path.utf8))
        }
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(number >= 0 && result == 0)
    }

    deinit { close(number) }

    /// What was told since the last look.
    var messages: [String] {
        var messages: [String] = []
        var bytes = [UInt8](repeating: 0, count: 1_024)
        while true {
            let count = unsafe recv(number, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            guard count > 0 else { return messages }
            messages.append(String(decoding: bytes.prefix(count), as: UTF8.self))
        }
    }
}
