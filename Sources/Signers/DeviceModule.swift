internal import CPKCS11

/// A PKCS#11 module in this process, loaded on first use and released with its owner.
///
/// What it answers other than done becomes a fault. Sendable, since it is started for several
/// threads; a session is for one at a time.
@safe struct DeviceModule: ~Copyable, @unchecked Sendable {
    typealias Slot = UInt
    typealias Session = UInt
    typealias Object = UInt

    /// Tokens that are looked at; a machine has a few.
    private static let slotLimit = 64
    /// The longest public key that is read, to say of what kind it is: 57 bytes and their head.
    private static let pointLimit = 64

    private let module: OpaquePointer

    /// p11-kit's module for all that are registered on this machine.
    static let proxy = "p11-kit-proxy.so"

    init(loading path: String) throws(ModuleFault) {
        var module: OpaquePointer?
        let result = unsafe jp11_load(path, &module)
        if result == JP11_NOT_FOUND { throw .notFound(path) }
        if result == JP11_NOT_A_MODULE { throw .notAModule(path) }
        guard let module = unsafe module else { throw .notStarted(path) }
        unsafe self.module = module
    }

    deinit { unsafe jp11_release(module) }

    /// The slots that have a token.
    func slots() throws(DeviceFault) -> [Slot] {
        var slots = [Slot](repeating: 0, count: DeviceModule.slotLimit)
        var count = UInt(slots.count)
        try check("C_GetSlotList", unsafe jp11_slots(module, &slots, &count))
        return Array(slots.prefix(Int(clamping: count)))
    }

    /// Whether the token in a slot has every attribute that the name gives.
    func matches(_ slot: Slot, _ name: DeviceName) throws(DeviceFault) -> Bool {
        let wanted = [
            (JP11_LABEL, name.token), (JP11_MANUFACTURER, name.manufacturer),
            (JP11_MODEL, name.model), (JP11_SERIAL, name.serial),
        ]
        for case (let field, let text?) in wanted where try self.text(field, of: slot) != text {
            return false
        }
        return true
    }

    private func text(_ field: jp11_field, of slot: Slot) throws(DeviceFault) -> String {
        var text = [CChar](repeating: 0, count: Int(JP11_FIELD_BYTES))
        try check("C_GetTokenInfo", unsafe jp11_token_field(module, slot, field, &text))
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What the token says of how often a PIN may still be tried.
    func tries(_ slot: Slot) throws(DeviceFault) -> PINTries {
        var flags: UInt = 0
        try check("C_GetTokenInfo", unsafe jp11_token_flags(module, slot, &flags))
        if flags & CKF_USER_PIN_LOCKED != 0 { return .none }
        if flags & CKF_USER_PIN_FINAL_TRY != 0 { return .last }
        return flags & CKF_USER_PIN_COUNT_LOW != 0 ? .fewer : .unsaid
    }

    func open(_ slot: Slot) throws(DeviceFault) -> Session {
        var session: Session = 0
        try check("C_OpenSession", unsafe jp11_open(module, slot, &session))
        return session
    }

    /// Gives the PIN once; returns the module's answer, which tells the kinds of refusal.
    func logIn(_ session: Session, _ pin: UnsafeBufferPointer<UInt8>) -> UInt {
        unsafe jp11_log_in(module, session, pin.baseAddress, pin.count)
    }

    /// The keys of a class that the name fits, at most two.
    func find(
        _ kind: UInt, _ name: DeviceName, _ session: Session
    ) throws(DeviceFault) -> [Object] {
        var keys: [Object] = [0, 0]
        var count = UInt(keys.count)
        let label = name.object.map { Array($0.utf8) }
        let identifier = name.identifier
        try check(
            "C_FindObjects",
            unsafe jp11_find(
                module, session, kind, label, label?.count ?? 0, identifier, identifier?.count ?? 0,
                &keys, &count))
        return Array(keys.prefix(Int(clamping: count)))
    }

    func keyType(_ key: Object, _ session: Session) throws(DeviceFault) -> UInt {
        var type: UInt = 0
        try check("C_GetAttributeValue", unsafe jp11_key_type(module, session, key, &type))
        return type
    }

    /// The point of a public key as the token has it, at most 64 bytes.
    func point(_ key: Object, _ session: Session) throws(DeviceFault) -> [UInt8] {
        var point = [UInt8](repeating: 0, count: DeviceModule.pointLimit)
        var count = UInt(point.count)
        let answer = unsafe jp11_point(module, session, key, &point, &count)
        // A longer one is of another curve.
        if answer == CKR_BUFFER_TOO_SMALL { return point }
        try check("C_GetAttributeValue", answer)
        return Array(point.prefix(Int(clamping: count)))
    }

    /// What the token gives as signature of a message, at most 64 bytes.
    func signature(
        for message: [UInt8], by key: Object, _ session: Session
    ) throws(DeviceFault) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        var count = UInt(signature.count)
        try check(
            "C_Sign",
            unsafe jp11_sign(
                module, session, key, message, message.count, &signature, &count))
        return Array(signature.prefix(Int(clamping: count)))
    }

    private func check(_ call: String, _ answer: UInt) throws(DeviceFault) {
        switch answer {
        case CKR_OK: return
        case CKR_DEVICE_REMOVED, CKR_TOKEN_NOT_PRESENT, CKR_SESSION_HANDLE_INVALID,
            CKR_SESSION_CLOSED, CKR_USER_NOT_LOGGED_IN:
            throw .gone
        case CKR_KEY_TYPE_INCONSISTENT, CKR_MECHANISM_INVALID, CKR_KEY_FUNCTION_NOT_PERMITTED:
            throw .otherKind
        default: throw .failed(call: call, answer: answer)
        }
    }
}
