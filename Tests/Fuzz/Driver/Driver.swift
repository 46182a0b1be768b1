import FuzzTargets
internal import Glibc

/// The target that FUZZ_TARGET names.
///
/// An environment variable, because libFuzzer owns the command line.
private let target: any FuzzTarget.Type = {
    let wanted = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTargets.named(wanted) else {
        // Without libFuzzer's own report of an early end.
        say("FUZZ_TARGET must be one of: \(FuzzTargets.names.joined(separator: " "))")
        _exit(64)
    }
    return target
}()

@_silgen_name("LLVMFuzzerMutate")
private func fuzzerMutate(_ bytes: UnsafeMutablePointer<UInt8>, _ size: Int, _ room: Int) -> Int

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    do {
        try target.examine(input)
    } catch {
        say("\(target.name): \(error)")
        abort()
    }
    return 0
}

/// Not printed: what print keeps back is lost when a process ends as these do.
private func say(_ line: String) {
    let message = Array("\(line)\n".utf8)
    unsafe _ = write(STDERR_FILENO, message, message.count)
}

/// Called by libFuzzer to change an input: by its structure where the target has one, and now and
/// then as bytes all the same, because a parser must withstand both.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
    _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ room: Int, _ seed: UInt32
) -> Int {
    var chance = Chance(seed: seed)
    guard let mutator = target.mutator, !chance.oneIn(5) else {
        return unsafe fuzzerMutate(bytes, count, room)
    }
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let changed = mutator.changed(input, &chance, withinBytes), changed.count <= room else {
        return unsafe fuzzerMutate(bytes, count, room)
    }
    for (place, byte) in changed.enumerated() { unsafe bytes[place] = byte }
    return changed.count
}

/// Changes a part of an input by what libFuzzer knows about comparisons.
private func withinBytes(_ part: [UInt8]) -> [UInt8] {
    let room = part.count + 16
    var bytes = part + [UInt8](repeating: 0, count: room - part.count)
    let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return 0 }
        return unsafe fuzzerMutate(start, part.count, room)
    }
    return Array(bytes.prefix(count))
}
