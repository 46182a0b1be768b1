internal import CPKCS11
package import Sodium
internal import Synchronization
package import Wire

/// An Ed25519 key in a PKCS#11 token, which never gives it out (Spec/keys.md 3).
///
/// Several threads may have it sign; the token does one after the other.
package final class DeviceKey: Sendable {
    /// A session that is logged in, and the key in it.
    private struct Session: ~Copyable {
        let module: DeviceModule
        let session: DeviceModule.Session
        let key: DeviceModule.Object
    }

    package let publicKey: PublicKey
    private let session: Mutex<Session>

    /// Finds the key that `name` names, logs in, and holds the key in the token against `pinned`.
    ///
    /// `pin` is asked for once, and told what the token says of the tries that are left; what it
    /// throws goes on. Throws `ModuleFault`, `PINFault` and `DeviceFault`. A PIN is never tried
    /// twice.
    package init(
        _ name: DeviceName, pinned: PublicKey, _ crypto: SodiumCrypto,
        pin: (PINTries) throws -> SecretBytes
    ) throws {
        let module = try DeviceModule(loading: name.modulePath ?? DeviceModule.proxy)
        let slot = try module.slot(of: name)
        let session = try module.open(slot)
        try module.logIn(slot, session, pin)
        let key = try module.key(CKO_PRIVATE_KEY, name, session)
        let found = try module.publicKey(name, session, crypto)
        guard found == pinned else {
            throw DeviceFault.otherKey(found.identifier(crypto), wanted: pinned.identifier(crypto))
        }
        publicKey = found
        self.session = Mutex(Session(module: module, session: session, key: key))
    }

    /// The public key that `name` names, read without a PIN.
    ///
    /// Throws `ModuleFault`, and `DeviceFault`: `noPublicKey` also for a token that hides it until
    /// somebody logs in.
    package static func publicKey(
        _ name: DeviceName, _ crypto: SodiumCrypto
    ) throws -> PublicKey {
        let module = try DeviceModule(loading: name.modulePath ?? DeviceModule.proxy)
        let session = try module.open(try module.slot(of: name))
        return try module.publicKey(name, session, crypto)
    }

    /// What the token gives as signature, not yet checked.
    func answer(to message: [UInt8]) throws(DeviceFault) -> [UInt8] {
        try session.withLock { session throws(DeviceFault) in
            try session.module.signature(for: message, by: session.key, session.session)
        }
    }
}

extension DeviceModule {
    /// The slot of the one token that has what the name gives.
    fileprivate func slot(of name: DeviceName) throws(DeviceFault) -> Slot {
        var found: [Slot] = []
        for slot in try slots() where try matches(slot, name) { found.append(slot) }
        guard let slot = found.first else { throw .noToken(name.text) }
        guard found.count == 1 else { throw .severalTokens(name.text) }
        return slot
    }

    fileprivate func logIn(
        _ slot: Slot, _ session: Session, _ pin: (PINTries) throws -> SecretBytes
    ) throws {
        let before = try tries(slot)
        guard before != .none else { throw PINFault.locked }
        let secret = try pin(before)
        let answer = unsafe secret.withPointer {
            unsafe logIn(session, UnsafeBufferPointer(start: $0, count: secret.count))
        }
        switch answer {
        case CKR_OK, CKR_USER_ALREADY_LOGGED_IN: return
        case CKR_PIN_INCORRECT, CKR_PIN_INVALID, CKR_PIN_LEN_RANGE:
            throw PINFault.wrong(try tries(slot))
        case CKR_PIN_LOCKED: throw PINFault.locked
        case CKR_USER_PIN_NOT_INITIALIZED, CKR_PIN_EXPIRED: throw PINFault.notSet
        default: throw DeviceFault.failed(call: "C_Login", answer: answer)
        }
    }

    /// The one key of a class that the name fits, of the kind that signs here.
    fileprivate func key(
        _ kind: UInt, _ name: DeviceName, _ session: Session
    ) throws(DeviceFault) -> Object {
        let keys = try find(kind, name, session)
        guard let key = keys.first else {
            throw kind == CKO_PUBLIC_KEY ? .noPublicKey(name.text) : .noKey(name.text)
        }
        guard keys.count == 1 else { throw .severalKeys(name.text) }
        guard try keyType(key, session) == CKK_EC_EDWARDS else { throw .otherKind }
        return key
    }

    fileprivate func publicKey(
        _ name: DeviceName, _ session: Session, _ crypto: SodiumCrypto
    ) throws(DeviceFault) -> PublicKey {
        let point = try point(try key(CKO_PUBLIC_KEY, name, session), session)
        // PKCS#11 2.40 wants an OCTET STRING around it, 3.0 does not.
        let head: [UInt8] = [0x04, UInt8(PublicKey.byteCount)]
        let bytes =
            point.count == 2 + PublicKey.byteCount && point.starts(with: head)
            ? Array(point.dropFirst(2)) : point
        guard let key = PublicKey(bytes, checkedBy: crypto) else { throw .otherKind }
        return key
    }
}
