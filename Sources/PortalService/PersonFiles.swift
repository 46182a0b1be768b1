internal import JSONFields
internal import PortalRules
internal import Proofs
internal import SigningMessages
internal import Vault

/// What the vault holds of one session, as JSON (Spec/portal.md 4).
struct PersonFiles {
    private let vault: AnswerVault
    private let owner: [UInt8]

    init(_ vault: AnswerVault, of owner: [UInt8]) {
        self.vault = vault
        self.owner = owner
    }

    /// Who logged in.
    struct Login {
        let holder: Holder
        let idToken: String
    }

    /// By what a datum is asked for again while the access token lives.
    struct Access {
        let token: String
        let identity: JSONValue
    }

    /// What may be signed of one fact, which has a number.
    struct Basket {
        let identity: JSONValue
        let answer: JSONValue
        let fetchedAt: Instant
    }

    func keep(_ login: Login, until deadline: VaultDeadline) throws(VaultFault) {
        try put(
            [
                "holder": .string(login.holder.text), "id_token": .string(login.idToken),
            ], "login", deadline)
    }

    func keep(_ access: Access, until deadline: VaultDeadline) throws(VaultFault) {
        try put(
            ["token": .string(access.token), "identity": access.identity], "access", deadline)
    }

    func keep(
        _ basket: Basket, _ number: Int, until deadline: VaultDeadline
    ) throws(VaultFault) {
        try put(
            [
                "identity": basket.identity, "answer": basket.answer,
                "fetched_at": .string(basket.fetchedAt.description),
            ], "basket \(number)", deadline)
    }

    func keep(
        _ proof: DeliveredProof, _ number: Int, until deadline: VaultDeadline
    ) throws(VaultFault) {
        try vault.put(
            SigningAnswer.issued(proof).json.lineBytes(), for: key("proof \(number)"),
            until: deadline)
    }

    func login(at time: VaultTime) -> Login? {
        guard let members = members("login", time), case .string(let text)? = members["holder"],
            let holder = Holder(text), case .string(let token)? = members["id_token"]
        else { return nil }
        return Login(holder: holder, idToken: token)
    }

    func access(at time: VaultTime) -> Access? {
        guard let members = members("access", time), case .string(let token)? = members["token"],
            let identity = members["identity"]
        else { return nil }
        return Access(token: token, identity: identity)
    }

    func basket(_ number: Int, at time: VaultTime) -> Basket? {
        guard let members = members("basket \(number)", time), let identity = members["identity"],
            let answer = members["answer"], case .string(let text)? = members["fetched_at"],
            let fetchedAt = Instant(text)
        else { return nil }
        return Basket(identity: identity, answer: answer, fetchedAt: fetchedAt)
    }

    func proof(_ number: Int, at time: VaultTime) -> DeliveredProof? {
        guard let bytes = vault.bytes(for: key("proof \(number)"), at: time),
            case .issued(let proof)? = try? SigningAnswer(parsing: bytes)
        else { return nil }
        return proof
    }

    /// What was closed, for the page after it.
    func keep(_ receipt: ClosingReceipt, until deadline: VaultDeadline) throws(VaultFault) {
        try vault.put(receipt.json.lineBytes(), for: key("receipt"), until: deadline)
    }

    func receipt(at time: VaultTime) -> ClosingReceipt? {
        vault.bytes(for: key("receipt"), at: time).flatMap {
            try? ClosingReceipt(json: JSONValue(parsing: $0, from: "receipt"))
        }
    }

    /// Once something was signed of it, or refused.
    func dropBasket(_ number: Int) { vault.wipe(key("basket \(number)")) }

    func wipe() { vault.wipe(owner: owner) }

    private func key(_ item: String) -> VaultKey { VaultKey(owner: owner, item: item) }

    private func put(
        _ members: JSONObject, _ item: String, _ deadline: VaultDeadline
    ) throws(VaultFault) {
        try vault.put(JSONValue.object(members).lineBytes(), for: key(item), until: deadline)
    }

    private func members(_ item: String, _ time: VaultTime) -> JSONObject? {
        guard let bytes = vault.bytes(for: key(item), at: time),
            case .object(let members)? = try? JSONValue(parsing: bytes, from: item)
        else { return nil }
        return members
    }
}
