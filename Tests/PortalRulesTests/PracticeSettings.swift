import Explaining
import JSONFields
import PortalRules

extension PortalSettings {
    /// Those of a small portal, with these procedures.
    static func practice(procedures: [JSONValue]) throws(JSONFault) -> PortalSettings {
        let text = """
            {"format":"justificatif-portail/1","origin":"https://portail.example","port":8400,
             "body":{"name":"CAF","contact":"03 00 00 00 00"},
             "provider":{"issuer":"https://fc.example","client_id":"us","algorithm":"ES256",
                         "client_secret_file":"secret"},
             "api_particulier":{"address":"https://api.example","recipient":"13002526500013"},
             "signing_socket":"sign.sock","lists":"lists",
             "procedures":\(JSONValue.array(procedures).line())}
            """
        return try PortalSettings(
            json: JSONValue(parsing: Array(text.utf8), from: "portail.json"), at: "portail.json")
    }
}
