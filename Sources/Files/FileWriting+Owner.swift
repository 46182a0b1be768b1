internal import Glibc

extension FileWriting {
    /// Gives a file that root has just made to the owner of its folder; no other account can or has
    /// to.
    ///
    /// A file of root in the folder of a service is one that the service cannot change, and often
    /// cannot read. Nothing of it is anybody else's before: the file is open, and nobody is asked
    /// for its name.
    static func giveToOwner(
        ofFolder folder: String, _ file: borrowing Descriptor
    ) throws(FileFault) {
        guard geteuid() == 0 else { return }
        var owner = stat()
        var own = stat()
        guard unsafe stat(PathText.cString(folder), &owner) == 0,
            unsafe fstat(file.number, &own) == 0
        else { throw FileFault(errno: errno, folder) }
        // Disks without owners have one for everything.
        guard owner.st_uid != own.st_uid else { return }
        guard fchown(file.number, owner.st_uid, owner.st_gid) == 0 else {
            throw FileFault(errno: errno, folder)
        }
    }
}
