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
