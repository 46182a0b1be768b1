internal import CQREncode
internal import Glibc

/// Owner of a symbol that libqrencode has drawn.
@safe
struct Symbol: ~Copyable {
    private let symbol: UnsafeMutablePointer<QRcode>

    init(encoding input: borrowing SymbolInput) throws(QRImageFault) {
        unsafe self.symbol = try input.withInput { (input) throws(QRImageFault) in
            guard let symbol = unsafe QRcode_encodeInput(input) else {
                throw errno == ERANGE ? .tooLong : .outOfMemory
            }
            return unsafe symbol
        }
    }

    deinit { unsafe QRcode_free(symbol) }

    var version: Int { Int(unsafe symbol.pointee.version) }

    var side: Int { Int(unsafe symbol.pointee.width) }

    /// Row after row, true = dark: the lowest bit of libqrencode's byte a module.
    var modules: [Bool] {
        let count = side * side
        return unsafe UnsafeBufferPointer(start: symbol.pointee.data, count: count).map {
            $0 & 1 == 1
        }
    }
}

/// Owner of libqrencode's description of what to encode.
@safe
struct SymbolInput: ~Copyable {
    private let input: OpaquePointer

    /// Nothing to encode yet; the version is the smallest that will hold it.
    init(correction: QRCode.Correction) throws(QRImageFault) {
        guard let input = unsafe QRinput_new2(0, correction.level) else { throw .outOfMemory }
        unsafe self.input = unsafe input
    }

    deinit { unsafe QRinput_free(input) }

    /// Adds one alphanumeric segment; given as a string, libqrencode would cut it in several.
    ///
    /// The characters are alphanumeric already: what is left to refuse is the length, or memory.
    func append(alphanumeric characters: [UInt8]) throws(QRImageFault) {
        guard let count = Int32(exactly: characters.count) else { throw .tooLong }
        let refused = unsafe characters.withUnsafeBufferPointer { bytes in
            unsafe QRinput_append(input, QR_MODE_AN, count, bytes.baseAddress)
        }
        if refused != 0 { throw errno == ENOMEM ? .outOfMemory : .tooLong }
    }

    func withInput<Result>(
        _ body: (OpaquePointer) throws(QRImageFault) -> Result
    ) throws(QRImageFault) -> Result {
        try unsafe body(input)
    }
}

extension QRCode.Correction {
    fileprivate var level: QRecLevel {
        switch self {
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        }
    }
}
