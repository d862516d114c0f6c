import Facts

/// A stretch of time laid out from left to right.
///
/// It reaches over nearly all of the times; the few that lie far out stand at its ends, so that the others have room.
struct TimeAxis: Hashable {
    /// The first second, and the one after the last.
    let seconds: Range<Int>

    /// An axis for some times; `nil` when none of them has a beginning or an end.
    init?(_ times: [Time]) {
        let known = times.flatMap { [$0.start.earliest, $0.end.latest.map { $0 - 1 }].compactMap(\.self) }.sorted()
        guard let first = known.first, let last = known.last else { return nil }
        let isLarge = known.count > Self.few
        let (low, high) =
            isLarge ? (known[known.count / 50], known[known.count - 1 - known.count / 50]) : (first, last)
        seconds = low..<max(high + 1, low + Self.day)
    }

    /// Times of which none is left out.
    private static let few = 20
    private static let day = 86400

    /// Where a second is, from 0 to 10,000.
    func place(of second: Int) -> Int {
        let inside = min(max(second, seconds.lowerBound), seconds.upperBound)
        return Int(Double(inside - seconds.lowerBound) / Double(seconds.count) * 10_000)
    }

    /// Places to be named, with their names: years, or months where there are few years.
    var ticks: [(place: Int, name: String)] {
        let first = Day(number: seconds.lowerBound.day).date
        let last = Day(number: seconds.upperBound.day).date
        let months = (last.year - first.year) * 12 + last.month - first.month
        let step = Self.steps.first { months / $0 <= Self.mostTicks } ?? months
        let start = (first.year * 12 + first.month - 1 + step - 1) / step * step
        return stride(from: start, through: last.year * 12 + last.month - 1, by: step).map { month in
            let (year, index) = (month / 12, month % 12 + 1)
            let name = step % 12 == 0 ? "\(year)" : "\(year)-\(index < 10 ? "0" : "")\(index)"
            return (place(of: Day(year: year, month: index, day: 1).number * Self.day), name)
        }
    }

    private static let mostTicks = 5
    /// Months between two ticks.
    private static let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000]
}

extension Int {
    /// The day in which a second lies.
    fileprivate var day: Int { Int((Double(self) / 86400).rounded(.down)) }

    /// So many ten thousandths as a percentage, for a picture.
    var percent: String {
        let (whole, rest) = (self / 100, self % 100)
        return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
