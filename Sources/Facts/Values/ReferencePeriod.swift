/// The period that a published figure refers to, as tables write it: "2020", "July 2021 est.", "FY2019/20", "2015-20",
/// "mid-year 2021", "as of 1 May 2022", "Q3 2022".
struct ReferencePeriod: Hashable, Sendable {
    /// The period; a fiscal year runs from some day of its first year to some day of its last.
    let time: Time
    /// Whether the words call the figure an estimate or a projection.
    let isEstimate: Bool

    /// Reads the whole of a text, or returns `nil` when anything in it is no part of a period.
    init?(_ text: some StringProtocol) {
        var words = Self.words(text)
        isEstimate = Self.takeEstimate(&words)
        Self.takeLead(&words)
        guard let time = Self.dates(words).flatMap({ Time(edtf: $0) }) else { return nil }
        self.time = time
    }

    /// Whether words only say that a figure is an estimate: "est.".
    static func isEstimateMark(_ text: some StringProtocol) -> Bool {
        var words = Self.words(text)
        return takeEstimate(&words) && words.isEmpty
    }

    private static func words(_ text: some StringProtocol) -> [Substring] {
        let lowered = text.lowercased().map { "–—".contains($0) ? "-" : $0 }
        return String(lowered).split { $0.isWhitespace || $0 == "," }
    }

    /// Takes "est.", "estimate", "proj." and the like from either end.
    private static func takeEstimate(_ words: inout [Substring]) -> Bool {
        if let last = words.last, estimates.contains(last.trimmingDot) {
            words.removeLast()
            return true
        }
        guard let first = words.first, estimates.contains(first.trimmingDot) else { return false }
        words.removeFirst()
        return true
    }

    private static let estimates: Set<Substring> = [
        "est", "estimate", "estimated", "estimates", "proj", "projected", "projection", "forecast", "prelim",
        "preliminary", "provisional",
    ]

    /// Takes words that stand before a date and say no more than that one follows.
    private static func takeLead(_ words: inout [Substring]) {
        if words.starts(with: ["as", "of"]) { words.removeFirst(2) }
        if words.starts(with: ["fiscal", "year"]) || words.starts(with: ["financial", "year"]) {
            words.removeFirst(2)
        }
        if let first = words.first, ["fy", "cy", "in", "mid-year", "midyear", "end-year", "year"].contains(first) {
            words.removeFirst()
        }
        for mark in ["fy", "cy", "mid-", "end-"] {
            guard let first = words.first, first.hasPrefix(mark), first.count > mark.count else { continue }
            words[0] = first.dropFirst(mark.count)
        }
    }

    /// The EDTF text of one date, or of two with a dash between them.
    private static func dates(_ words: [Substring]) -> String? {
        if let date = date(words) { return date }
        let sides = words.split(separator: "-", maxSplits: 1).map(Array.init)
        guard sides.count == 2, let first = date(sides[0]), let last = date(sides[1]) else { return nil }
        return "\(first)/\(last)"
    }

    private static func date(_ words: [Substring]) -> String? {
        switch words.count {
        case 1: return years(words[0])
        case 2:
            return isYear(words[1]) ? months(Self.quarters[words[0]] ?? words[0], of: words[1]) : nil
        case 3:
            guard isYear(words[2]) else { return nil }
            return day(words[0], words[1], words[2]) ?? day(words[1], words[0], words[2])
        default: return nil
        }
    }

    /// "2020", "2019/20", "2015-2020", "2020-02", "2020-02-07".
    ///
    /// Two digits after a dash end a span of years when they can, as English tables mean them, and name a month otherwise.
    private static func years(_ word: Substring) -> String? {
        if isYear(word) { return String(word) }
        let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        guard isYear(parts[0]) else { return nil }
        guard parts.count == 2 else { return Time(edtf: String(word)) != nil ? String(word) : nil }
        if isYear(parts[1]), parts[0] < parts[1] { return "\(parts[0])/\(parts[1])" }
        guard parts[1].count == 2, parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
        if parts[0].suffix(2) < parts[1] { return "\(parts[0])/\(parts[0].prefix(2))\(parts[1])" }
        return Time(edtf: "\(parts[0])-\(parts[1])") != nil ? "\(parts[0])-\(parts[1])" : nil
    }

    /// "July", "jul.", "January-June" of a year.
    private static func months(_ word: Substring, of year: Substring) -> String? {
        let numbers = word.split(separator: "-", omittingEmptySubsequences: false).map(month)
        guard (1...2).contains(numbers.count), let first = numbers[0], let last = numbers[numbers.count - 1] else {
            return nil
        }
        return numbers.count == 1 ? "\(year)-\(first)" : "\(year)-\(first)/\(year)-\(last)"
    }

    private static let quarters: [Substring: Substring] = [
        "q1": "january-march", "q2": "april-june", "q3": "july-september", "q4": "october-december",
    ]

    private static func day(_ day: Substring, _ name: Substring, _ year: Substring) -> String? {
        guard (1...2).contains(day.count), day.allSatisfy(\.isASCIIDigit), let month = month(name) else { return nil }
        return "\(year)-\(month)-\(day.count == 1 ? "0" : "")\(day)"
    }

    private static func isYear(_ word: Substring) -> Bool {
        word.utf8.count == 4 && word.utf8.allSatisfy(\.isASCIIDigit) && ("1000"..."2999").contains(word)
    }

    private static func month(_ name: Substring) -> String? {
        let name = name.trimmingDot
        guard name.count >= 3, let index = names.firstIndex(where: { $0.hasPrefix(name) })
        else { return nil }
        return (index < 9 ? "0" : "") + "\(index + 1)"
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}

extension Substring {
    /// Without the full stop of an abbreviation.
    fileprivate var trimmingDot: Substring { last == "." ? dropLast() : self }
}
