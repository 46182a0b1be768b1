internal import Glibc

/// Random numbers that come again from the same seed.
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The one seed of a run of the tests: printed, and taken from JUSTIFICATIF_TEST_SEED if set.
package enum RunSeed {
    package static let value: UInt64 = {
        let given = unsafe getenv("JUSTIFICATIF_TEST_SEED").flatMap {
            unsafe UInt64(String(cString: $0))
        }
        let seed = given ?? UInt64.random(in: 0...UInt64.max)
        print("to replay the random tests: JUSTIFICATIF_TEST_SEED=\(seed) swift test")
        return seed
    }()

    /// Numbers for one test, independent of the other tests that ran before it.
    package static func generator(_ salt: UInt64) -> SplitMix64 {
        SplitMix64(seed: value &+ salt &* 0x2545_F491_4F6C_DD1D)
    }
}
