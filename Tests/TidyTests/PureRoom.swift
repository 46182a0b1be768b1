/// Rooms without clock, disk, randomness, environment or Foundation.
enum PureRoom {
    static let names = Architecture.table.names(of: .pure)

    static let rules: [HouseRule] = [
        HouseRule(
            "import", "import pure rooms only; what touches the machine comes as a role",
            signs: ["import"]
        ) {
            guard let match = $0.firstMatch(of: /\bimport +(?:\w+ +)?(\w+)/) else { return false }
            return !names.contains(String(match.1))
        },
        HouseRule(
            "clock", "take an Instant as an argument",
            signs: ["Date", "Clock", "clock_gettime", "gettimeofday", "time("]
        ) { $0.contains(/\bDate\b|\b\w+Clock\b|clock_gettime|gettimeofday|\btime\((nil|&)/) },
        HouseRule(
            "randomness", "take random bytes or a generator as an argument",
            signs: ["andom", "shuffle"]
        ) {
            $0.contains(/SystemRandomNumberGenerator|arc4random|getrandom|\brandombytes/)
                || $0.contains(/\.(random|randomElement|shuffled|shuffle)\(/)
                    && !$0.contains("using:")
        },
        HouseRule(
            "files", "take bytes; reading them belongs to Files",
            signs: ["FileManager", "FileHandle", "STDIN_FILENO", "fopen(", "readLine("]),
        HouseRule(
            "environment", "take the setting as an argument",
            signs: ["getenv", "ProcessInfo", "CommandLine"]),
        HouseRule(
            "output", "return the value; printing belongs to the programs",
            signs: ["print(", "Print(", "dump(", "puts(", "NSLog("]
        ) { $0.contains(/\b(print|debugPrint|dump|puts|NSLog)\(/) },
        HouseRule(
            "threads", "return a value; running belongs to the programs",
            signs: ["Task", "Thread", "Dispatch", "async", "await", "actor"]
        ) { $0.contains(/\b(Task|Thread|DispatchQueue|withTaskGroup|async|await|actor)\b/) },
        HouseRule(
            "hidden interface", "use what is public and stable",
            signs: ["@_spi", "@_silgen_name", "@_cdecl"]),
    ]
}
