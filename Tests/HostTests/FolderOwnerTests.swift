import Glibc
import Host
import TestSupport
import Testing

struct FolderOwnerTests {
    /// A folder that root or the one who runs the tests owns asks nobody to change.
    @Test func theOwnerStaysWhoItIs() throws {
        let folder = TemporaryFolder()
        let before = geteuid()
        #expect(try FolderOwner.become(of: folder.file("not/yet/there")) == nil)
        #expect(geteuid() == before)
    }
}

struct HostAccountTests {
    @Test func anAccountHasANameOrANumber() {
        #expect(HostAccount.own == getuid())
        #expect(HostAccount.uid(of: "root") == 0)
        #expect(HostAccount.uid(of: "64123") == 64_123)
        #expect(HostAccount.uid(of: "nobody has this") == nil)
        #expect(HostAccount.uid(of: "-1") == nil)
        #expect(HostAccount.uid(of: "") == nil)
    }
}

struct ServiceUnitsTests {
    @Test func aUnitNobodyHasIsNotInstalled() {
        #expect(!ServiceUnits.isInstalled("nobody-has-this.service"))
    }

    @Test func aCommandThatFailsIsNotDone() throws {
        #expect(try HostCommand.run("/bin/true", []))
        #expect(try !HostCommand.run("/bin/false", []))
    }
}
