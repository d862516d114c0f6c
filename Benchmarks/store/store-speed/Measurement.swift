import Glibc

/// What a piece of work took: time on the clock, time on the processors, and the most memory the process has had.
struct Measurement {
    let seconds: Double
    let processorSeconds: Double
    let peakBytes: Int

    /// Runs some work and measures it.
    static func of(_ work: () throws -> Void) rethrows -> Measurement {
        let (clock, before) = (ContinuousClock(), usage)
        let elapsed = try clock.measure(work).components
        let after = usage
        return Measurement(
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18,
            processorSeconds: processorSeconds(after) - processorSeconds(before), peakBytes: after.ru_maxrss * 1024)
    }

    /// Processor time of the processes that this one started and waited for.
    static var processorSecondsOfChildren: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        return processorSeconds(usage)
    }

    private static var usage: rusage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage
    }

    private static func processorSeconds(_ usage: rusage) -> Double {
        let (user, system) = (usage.ru_utime, usage.ru_stime)
        return Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) * 1e-6
    }

    /// Prints a line for each figure.
    func report(_ name: String) {
        print(name, "seconds", rounded(seconds))
        print(name, "processor-seconds", rounded(processorSeconds))
        print(name, "peak-megabytes", peakBytes / 1_000_000)
    }

    private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
