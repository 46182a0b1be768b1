import TestSupport

/// Pictures that are small as files and large as work, made by a few lines of Python each.
///
/// They are made anew for each test: none of them is worth keeping in a repository.
enum PictureBomb: String, CaseIterable {
    /// PNG, 30,000 a side at one bit: 900 million pixels from 110 kB, and all of them are there.
    case wide
    /// PNG at the cap of 40 million pixels, in the dearest form: interlaced, four times 16 bits.
    case deep
    /// PNG with a text of 100 MB before its pixels.
    case text
    /// PNG with a text of 100 MB after its pixels.
    case textAfter
    /// PNG with 1,000 texts of 7 MB, each below libpng's own limit.
    case texts
    /// PNG with a colour profile that unpacks to 100 MB.
    case profile
    /// PNG with a palette, a transparency table and 10,000 chunks of unknown names.
    case chunks
    /// PNG whose pixels unpack to 200 MB more than announced.
    case longer
    /// JPEG, progressive, 40 million pixels and 1,000 scans of them.
    case scans
    /// The same with as many scans as the decoder tolerates.
    case fewerScans
    /// JPEG, baseline, 40 million pixels that are announced and not there.
    case empty
    /// JPEG with 1,000 comments of 64 kB.
    case comments

    /// Full size where the code is optimised: without, our own loops over 40 million pixels would
    /// take longer than any picture may, which is no fault of the picture's.
    private static let side: Int = {
        #if DEBUG
            400
        #else
            6_300
        #endif
    }()

    var bytes: [UInt8] {
        Tool.output(of: "python3 -c '\(Self.tools)\n\(recipe)'")
    }

    private var recipe: String {
        switch self {
        case .wide: "png(30000, 30000, 1, 0, zeros(3751 * 30000))"
        case .deep:
            "side = \(Self.side); "
                + "png(side, side, 16, 6, zeros(interlaced(side, side, 8)), interlace=1)"
        case .text: "png(8, 8, 8, 0, zeros(72), before=[text(100 << 20)])"
        case .textAfter: "png(8, 8, 8, 0, zeros(72), after=[text(100 << 20)])"
        case .texts: "png(8, 8, 8, 0, zeros(72), before=[text(7 << 20)] * 1000)"
        case .profile: "png(8, 8, 8, 0, zeros(72), before=[profile(100 << 20)])"
        case .chunks: "png(8, 8, 8, 3, zeros(72), before=[palette] + [(b\"vpAg\", b\"x\")] * 10000)"
        case .longer: "png(8, 8, 8, 0, zeros(200 << 20))"
        case .scans: "jpeg(6300, 6300, 1000)"
        case .fewerScans: "jpeg(\(Self.side), \(Self.side), 499)"
        case .empty: "jpeg(6300, 6300, 0)"
        case .comments: "jpeg(64, 64, 1, comments=1000)"
        }
    }

    private static let tools = """
        import struct, sys, zlib

        def zeros(count):
            packer, out = zlib.compressobj(9), b""
            while count > 0:
                piece = min(count, 1 << 20)
                out += packer.compress(bytes(piece))
                count -= piece
            return out + packer.flush()

        def interlaced(width, height, pixel):
            passes = [(0,0,8,8),(4,0,8,8),(0,4,4,8),(2,0,4,4),(0,2,2,4),(1,0,2,2),(0,1,1,2)]
            return sum(-((y - height) // dy) * (1 + pixel * -((x - width) // dx))
                       for x, y, dx, dy in passes)

        def text(count): return b"zTXt", b"a\\0\\0" + zeros(count)
        def profile(count): return b"iCCP", b"a\\0\\0" + zeros(count)
        palette = b"PLTE", bytes(768)

        def chunk(name, content):
            crc = zlib.crc32(name + content)
            return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)

        def png(width, height, depth, colour, pixels, interlace=0, before=[], after=[]):
            head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
            chunks = [(b"IHDR", head), *before, (b"IDAT", pixels), *after, (b"IEND", b"")]
            sys.stdout.buffer.write(b"\\x89PNG\\r\\n\\x1a\\n")
            for name, content in chunks: sys.stdout.buffer.write(chunk(name, content))

        def segment(marker, content):
            return bytes([255, marker]) + struct.pack(">H", len(content) + 2) + content

        # One Huffman table for everything: symbol 0 and the longest run of empty blocks, 1 bit each
        # but the last, which no stream may use.
        def tables():
            lengths = bytes([1, 1] + [0] * 14)
            yield segment(0xC4, b"\\0" + lengths + bytes([0, 1]))
            yield segment(0xC4, b"\\x10" + lengths + bytes([0xE0, 1]))

        def bits(text):
            text += "1" * (-len(text) % 8)
            raw = bytes(int(text[at:at + 8], 2) for at in range(0, len(text), 8))
            return raw.replace(b"\\xff", b"\\xff\\0")

        def jpeg(width, height, scans, comments=0):
            out = sys.stdout.buffer
            out.write(b"\\xff\\xd8" + segment(0xDB, b"\\0" + bytes([1] * 64)))
            for _ in range(comments): out.write(segment(0xFE, bytes(65000)))
            out.write(segment(0xC2, struct.pack(">BHHB", 8, height, width, 1) + bytes([1, 0x11, 0])))
            for table in tables(): out.write(table)
            blocks = -(-width // 8) * -(-height // 8)
            # A run of 2^14 + 16383 blocks: the symbol, then 14 bits.
            runs = bits(("0" + "1" * 14) * -(-blocks // 32767))
            for scan in range(scans):
                band = bytes([0, 0, 0]) if scan == 0 else bytes([1, 63, 0])
                out.write(segment(0xDA, bytes([1, 1, 0]) + band))
                out.write(bits("0" * blocks) if scan == 0 else runs)
            out.write(b"\\xff\\xd9")
        """
}
