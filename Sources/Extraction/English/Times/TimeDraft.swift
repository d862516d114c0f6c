import Facts

/// A time that may still want a year: "March 2", "in the spring".
struct TimeDraft {
    /// The year that was said with it.
    var year: Int?
    /// The weekday that was said with it; it decides between years.
    var weekday: Int?
    private let build: (Int) -> TimeSpan?
    private let isComplete: Bool

    /// A time that lacks nothing.
    init(_ span: TimeSpan) {
        build = { _ in span }
        isComplete = true
    }

    init(_ point: CalendarPoint) { self.init(TimeSpan(point)) }

    /// A time of some year.
    init(year: Int?, in build: @escaping (Int) -> TimeSpan?) {
        self.year = year
        self.build = build
        isComplete = false
    }

    var lacksYear: Bool { !isComplete && year == nil }

    /// The time in a year, which counts only when none was said.
    func span(in year: Int) -> TimeSpan? { build(self.year ?? year) }

    /// A part of it.
    func map(_ part: @escaping (TimeSpan) -> TimeSpan?) -> TimeDraft {
        let build = build
        guard !isComplete else {
            return build(0).flatMap(part).map { TimeDraft($0) } ?? TimeDraft(year: 0) { _ in nil }
        }
        var draft = TimeDraft(year: year) { build($0).flatMap(part) }
        draft.weekday = weekday
        return draft
    }

    /// The time in the year that is meant, seen from the day of publication.
    func resolved(from anchor: TimeAnchor?, tense: TimeReader.Tense) -> TimeSpan? {
        if isComplete { return build(0) }
        if let year { return build(year) }
        guard let anchor else { return nil }
        var spans = (anchor.year - 4...anchor.year + 4).compactMap { build($0) }
        if let weekday {
            spans = spans.filter { $0.point.map { CalendarPoint.weekday($0.first) == weekday } ?? false }
        }
        let (start, end) = (anchor.point.first.number, anchor.point.last.number)
        switch tense {
        case .past: return spans.last { ($0.from?.first.number ?? .max) <= end }
        case .future: return spans.first { ($0.to?.last.number ?? .min) >= start }
        case .unknown: return spans.min { Self.distance($0, start, end) < Self.distance($1, start, end) }
        }
    }

    /// Days between a span and the days of publication; 0 when they meet.
    private static func distance(_ span: TimeSpan, _ start: Int, _ end: Int) -> Int {
        guard let from = span.from?.first.number, let to = span.to?.last.number else { return .max }
        return max(0, from - end, start - to)
    }
}
