import Facts

extension ReportRecord {
    /// When this version was stated: its publisher's last word on it.
    var stated: Time? { updated ?? published }
}

extension Time {
    /// How long before or after a statement something is still news, in seconds: a quarter of a year.
    private static let recency = 92 * 86400

    /// Whether an instant is less than a quarter before this time, or after it.
    func isNear(orBefore instant: Int) -> Bool {
        start.earliest.map { instant > $0 - Self.recency } ?? false
    }

    /// Whether a time begins less than a quarter before or after this time.
    func isNear(_ other: Time) -> Bool {
        guard let begin = other.start.earliest, let end = end.latest else { return false }
        return isNear(orBefore: begin) && begin < end + Self.recency
    }
}
