import Explaining
import Testing

@testable import Signers

/// `--signer`, and the PKCS#11 URI in it (RFC 7512).
@Suite struct DeviceNameTests {
    @Test func readsAttributesOfBothHalvesInAnyOrder() throws {
        let name = try DeviceName(
            parsing: "pkcs11:object=caf%20essai;id=%01%ff;type=private"
                + ";token=Caisse%20d%E2%80%99essai;serial=12ab;model=SoftHSM%20v2;manufacturer=x?module-path=/usr/lib/m.so"
        )
        #expect(name.object == "caf essai")
        #expect(name.identifier == [0x01, 0xFF])
        #expect(name.token == "Caisse d’essai")
        #expect([name.serial, name.model, name.manufacturer] == ["12ab", "SoftHSM v2", "x"])
        #expect(name.modulePath == "/usr/lib/m.so")
    }

    @Test func withoutAModuleItIsPKit() throws {
        #expect(try DeviceName(parsing: "pkcs11:token=t;object=k").modulePath == nil)
    }

    @Test(arguments: [
        ("pkcs11:object=k", "token"), ("pkcs11:token=t", "object"),
        ("pkcs11:token=t;object=k;type=public", "type"),
        ("pkcs11:token=t;token=u;object=k", "token"), ("pkcs11:token=;object=k", "token"),
        ("pkcs11:token=t;object=k;slot-id=0", "slot-id"), ("pkcs11:token=t;object=a b", "object"),
        ("pkcs11:token=t;object=%4", "object"), ("pkcs11:token=t;object=%4g", "object"),
        ("pkcs11:token=t;object=%FF", "object"), ("pkcs11:token=t;object=a%00b", "object"),
        ("pkcs11:token=t;object=k;x", "x"), ("pkcs11:token=t;object=k?a?b", "?"),
        ("pkcs11:token=t;object=k?module-path=m.so", "module-path"),
        ("pkcs11:token=t;object=k?module-name=softhsm2", "module-name"),
    ])
    func refusesWhatItDoesNotUse(uri: String, part: String) {
        #expect(throws: SignerNameFault.uri(part)) { try DeviceName(parsing: uri) }
    }

    @Test(arguments: ["pin-value=1234", "pin-source=file:/etc/pin"])
    func takesNoPINAndDoesNotRepeatIt(query: String) {
        let uri = "pkcs11:token=t;object=k?\(query)"
        #expect(throws: SignerNameFault.pinInURI) { try DeviceName(parsing: uri) }
        #expect(!SignerNameFault.pinInURI.explanation.french.contains("1234"))
    }

    @Test func aProgramIsAnAbsolutePath() throws {
        #expect(try SignerName(parsing: "program:/bin/sign") == .program(path: "/bin/sign"))
        #expect(throws: SignerNameFault.relativePath) { try SignerName(parsing: "program:sign") }
        #expect(throws: SignerNameFault.neither) { try SignerName(parsing: "/bin/sign") }
    }
}
