import Facts

/// A report's text in the tables: its sentences stand under numbers of their own, one after another.
struct SearchedText {
    /// Sentences that a text has numbers for; what goes beyond stands in the last.
    private static let room = 1 << 20

    /// What tells the sentences of reports apart: their bytes, and how those are read.
    ///
    /// - Returns: `nil` of a report without text.
    static func key(of record: ReportRecord, text: [UInt8]) -> String? {
        text.isEmpty ? nil : "\(record.digest) \(record.format.rawValue) \(record.bodyStart)"
    }

    /// The rows of a text's sentences: their numbers and words.
    static func rows(of sentences: [String], as text: Int) -> [(number: Int, words: String)] {
        var rows = sentences.prefix(room).enumerated().map { (number: text * room + $0, words: $1) }
        if sentences.count > room {
            rows[room - 1].words += " " + sentences.dropFirst(room).joined(separator: " ")
        }
        return rows
    }

    /// SQL for the number of the text that a sentence's number is of.
    static let numberOfSentence = "rowid / \(room)"
}
