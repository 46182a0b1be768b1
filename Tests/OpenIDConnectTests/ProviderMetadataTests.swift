import Explaining
import JSONFields
import OpenIDConnect
import Testing
import WebRules

@Suite struct ProviderMetadataTests {
    private func code(_ document: JSONValue, of issuer: String = Sample.issuer) -> String? {
        do throws(LoginRefusal) {
            _ = try ProviderMetadata(parsing: document.lineBytes(), of: issuer)
            return nil
        } catch { return error.code }
    }

    @Test func readsTheEndpoints() throws {
        let metadata = try Sample.metadata()
        #expect(metadata.token.text == "https://fc.example/api/v2/token")
        #expect(metadata.namesItselfInCallback)
        #expect(
            ProviderMetadata.address(of: Sample.issuer)?.text
                == "https://fc.example/api/v2/.well-known/openid-configuration")
    }

    @Test(arguments: [
        "https://evil.example/token", "http://fc.example/token", "https://fc.example.evil/token",
        "https://fc.example:444/token", "https://a@fc.example/token", "",
    ])
    func refusesAnEndpointOfAnotherOrigin(address: String) {
        #expect(code(Sample.discovery(token: address)) == "provider-metadata")
    }

    @Test func refusesTheDocumentOfAnotherIssuer() {
        #expect(code(Sample.discovery(), of: Sample.issuer + "/") == "provider-metadata")
    }

    @Test func refusesWhatIsNoDocument() {
        #expect(code(.array([])) == "provider-metadata")
    }
}
