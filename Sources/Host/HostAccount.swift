internal import Glibc

/// The accounts of this machine.
package enum HostAccount {
    /// The uid of the account that this process runs under.
    package static var own: UInt32 { getuid() }

    /// The uid of an account, given by its name or as a number; nil if there is no such account.
    ///
    /// A number need not have an entry: a container may know none.
    package static func uid(of name: String) -> UInt32? {
        if let number = UInt32(name) { return number }
        guard let entry = unsafe getpwnam(name) else { return nil }
        return unsafe entry.pointee.pw_uid
    }
}
