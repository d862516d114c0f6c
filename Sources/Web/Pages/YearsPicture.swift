import FactDiff
import Facts
import Rendering

/// All facts of a story along an axis of time: a column for each stretch, as high as there are facts that begin in it.
struct YearsPicture {
    private let rows: [TimelinePage.Row]
    private let axis: TimeAxis

    init(_ rows: [TimelinePage.Row], _ axis: TimeAxis) { (self.rows, self.axis) = (rows, axis) }

    private static let columns = 72
    private static let height = 96

    var html: HTML {
        let counts = columns
        let most = max(1, counts.map { $0.settled + $0.open }.max() ?? 1)
        let columns = counts.enumerated().flatMap { bars(at: $0, $1, most) }
        let base = HTML(
            "line",
            [
                .class("axis"), .at("x1", "0"), .at("x2", "100%"), .at("y1", "\(Self.height)"),
                .at("y2", "\(Self.height)"),
            ])
        let svg = HTML(
            "svg",
            [
                .class("years"), .at("width", "100%"), .at("height", "124"), .at("role", "img"),
                .at("aria-label", words),
            ],
            [base] + columns + labels)
        return HTML("figure", [], svg, HTML("figcaption", [], HTML(words))) + .lineFeed
    }

    /// What the picture shows, for those who do not see it too.
    private var words: String {
        let open = rows.count { $0.mark != nil }
        let (first, last) = (axis.seconds.lowerBound, axis.seconds.upperBound - 1)
        let days = [first, last].map { Day(number: Int((Double($0) / 86400).rounded(.down))).description }
        let outlined = open > 0 ? " Outlined: \(open.grouped) that something stands against." : ""
        return "\(rows.count.of("row")) from \(days[0]) to \(days[1]), by when they begin.\(outlined)"
    }

    private var columns: [(settled: Int, open: Int)] {
        var counts = [(settled: Int, open: Int)](repeating: (0, 0), count: Self.columns)
        for row in rows {
            guard let second = row.time.start.earliest ?? row.time.end.latest else { continue }
            let column = min(Self.columns - 1, axis.place(of: second) * Self.columns / 10_000)
            if row.mark == nil { counts[column].settled += 1 } else { counts[column].open += 1 }
        }
        return counts
    }

    private func bars(at column: Int, _ count: (settled: Int, open: Int), _ most: Int) -> [HTML] {
        let (left, width) = (10_000 * column / Self.columns, 7_600 / Self.columns)
        // What is there at all is to be seen.
        func height(_ count: Int) -> Int { count == 0 ? 0 : max(4, (Self.height - 10) * count / most) }
        let (settled, open) = (height(count.settled), height(count.open))
        func bar(_ name: String, _ top: Int, _ height: Int) -> HTML {
            HTML(
                "rect",
                [
                    .class(name), .at("x", left.percent), .at("width", width.percent), .at("y", "\(top)"),
                    .at("height", "\(height)"), .at("rx", "1.5"),
                ])
        }
        return (settled > 0 ? [bar("bar", Self.height - settled, settled)] : [])
            + (open > 0 ? [bar("bar open", Self.height - settled - open - 1, open)] : [])
    }

    private var labels: [HTML] {
        axis.ticks.map { place, name in
            let anchor = place > 9_400 ? "end" : place < 600 ? "start" : "middle"
            return HTML("text", [.at("x", place.percent), .at("y", "116"), .at("text-anchor", anchor)], HTML(name))
        }
    }
}

/// When one fact holds, along an axis of time; the words beside it say the same.
struct SpanPicture {
    private let row: TimelinePage.Row
    private let axis: TimeAxis

    init(_ row: TimelinePage.Row, _ axis: TimeAxis) { (self.row, self.axis) = (row, axis) }

    var html: HTML {
        let line = HTML("line", [.class("axis"), .at("x1", "0"), .at("x2", "100%"), .at("y1", "9"), .at("y2", "9")])
        let start = row.time.start.earliest.map(axis.place) ?? 0
        let end = row.time.end.latest.map(axis.place) ?? 10_000
        let isOpen = row.time.start.earliest == nil || row.time.end.latest == nil
        let name = "bar" + (isOpen ? " loose" : "") + (row.mark == nil ? "" : " open")
        // No stretch is so short that it is not to be seen.
        let width = max(150, end - start)
        let bar = HTML(
            "rect",
            [
                .class(name), .at("x", min(start, 10_000 - width).percent), .at("width", width.percent), .at("y", "5"),
                .at("height", "8"), .at("rx", "3"),
            ])
        return HTML(
            "svg", [.class("span"), .at("width", "100%"), .at("height", "18"), .at("aria-hidden", "true")], line, bar)
    }
}

extension HTML.Attribute {
    /// An attribute of a picture.
    static func at(_ name: StaticString, _ value: String) -> HTML.Attribute { HTML.Attribute(name, value) }
}
