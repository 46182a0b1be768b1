import Glibc

/// Binds this process before it has seen a byte of the picture; false when the system refuses.
///
/// Memory holds 40 million pixels of four inks twice; no file can grow, so the answer goes to a
/// pipe; no core file is left with somebody's document in it.
func limitResources() -> Bool {
    limit(RLIMIT_AS, to: 768 << 20)
        && limit(RLIMIT_CPU, to: 20)
        && limit(RLIMIT_FSIZE, to: 0)
        && limit(RLIMIT_CORE, to: 0)
}

/// Lowers both the soft and the hard limit; a lower one that is there already stays.
private func limit(_ resource: __rlimit_resource, to value: rlim_t) -> Bool {
    let number = __rlimit_resource_t(resource.rawValue)
    var bounds = rlimit()
    guard unsafe getrlimit(number, &bounds) == 0 else { return false }
    let lowest = min(value, bounds.rlim_max)
    bounds = rlimit(rlim_cur: lowest, rlim_max: lowest)
    return unsafe setrlimit(number, &bounds) == 0
}
