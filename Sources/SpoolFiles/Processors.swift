internal import CLinux

/// The processors of this machine.
package enum Processors {
    /// How many this process may use: not those it was kept away from, by CPUAffinity= or taskset.
    package static var usable: Int { max(1, Int(jl_usable_processors())) }
}
