/// A text taken apart into what it says and what its publisher put beside it.
///
/// `2.5% (2019 est.) (without reserves) note: revised` is `2.5%` in 2019, estimated, with a remark and a note. Several periods
/// belong to several values of one text, which then has none of its own.
struct QualifiedText {
    /// What is left: the words outside of brackets.
    let head: String
    /// The same with the brackets that hold no period: what is left of a text that is no number.
    let body: String
    /// The period that the words refer to.
    let period: Time?
    /// Whether the period or the estimate's mark follows without brackets, as it does in running text.
    let isTrailing: Bool
    /// Whether it is called an estimate.
    let isEstimate: Bool
    /// What stands in the other brackets, in the order of the text.
    let remarks: [String]
    /// What follows "note:".
    let notes: [String]

    /// Takes a text apart; `nil` when nothing stands beside what it says, or nothing but that.
    init?(_ text: String) {
        // Most texts have neither brackets nor notes, and are left alone.
        guard
            text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ":") })
                || text.hasDigitAndDateMark
        else { return nil }
        var parts = Self.parts(of: text)
        let noted = Self.takeNote(&parts)
        var periods = parts.compactMap(\.period)
        if periods.isEmpty, let period = noted.period { periods = [period] }
        let times = Set(periods.map(\.time))
        let isList = times.count > 1
        var words = Self.joined(parts.filter { !$0.isGroup })
        let trailing = times.isEmpty ? Self.takeTrailing(&words) : nil
        isTrailing = trailing != nil
        head = words
        body = isList ? Self.joined(parts) : trailing == nil ? Self.joined(parts.filter { $0.period == nil }) : words
        period = isList ? nil : trailing?.time ?? times.first
        isEstimate =
            !isList
            && (trailing?.isEstimate == true || periods.contains(where: \.isEstimate)
                || parts.contains { $0.isGroup && ReferencePeriod.isEstimateMark($0.text) })
        remarks = parts.filter { part in
            part.isGroup && (isList || part.period == nil) && !ReferencePeriod.isEstimateMark(part.text)
        }.map { String($0.text) }
        notes = noted.note.map { [$0] } ?? []
        let isBare = period == nil && !isEstimate && remarks.isEmpty && notes.isEmpty
        if isBare || head.isEmpty { return nil }
    }

    /// Words outside of brackets, or one pair of brackets.
    private struct Part {
        var text: Substring
        let isGroup: Bool
        var period: ReferencePeriod? { isGroup && text.mayBePeriod ? ReferencePeriod(text) : nil }
        var written: String { isGroup ? "(\(text))" : String(text) }
    }
}

// MARK: taking apart

extension QualifiedText {
    /// Brackets that stand apart from the word before them, and what is between them: "male(s)" is one word.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var (start, depth, opening) = (text.startIndex, 0, text.startIndex)
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "("):
                let isApart = index == text.startIndex || text[text.index(before: index)].isSeparator
                if depth > 0 || isApart {
                    if depth == 0 { opening = index }
                    depth += 1
                }
            case UInt8(ascii: ")") where depth > 0:
                depth -= 1
                guard depth == 0 else { continue }
                parts.append(Part(text: text[start..<opening], isGroup: false))
                parts.append(Part(text: text[text.utf8.index(after: opening)..<index], isGroup: true))
                start = text.utf8.index(after: index)
            default: break
            }
        }
        parts.append(Part(text: text[start...], isGroup: false))
        return parts.filter { $0.isGroup || $0.text.contains { !$0.isWhitespace } }
    }

    /// Takes what follows "note:" to the end of the text, and a period that stands last.
    private static func takeNote(_ parts: inout [Part]) -> (note: String?, period: ReferencePeriod?) {
        for (index, part) in parts.enumerated() where !part.isGroup {
            guard let mark = noteMark(in: part.text) else { continue }
            var rest = [Part(text: part.text[mark.upperBound...], isGroup: false)] + parts[(index + 1)...]
            parts.removeSubrange((index + 1)...)
            parts[index].text = part.text[..<mark.lowerBound]
            if parts[index].text.allSatisfy(\.isWhitespace) { parts.remove(at: index) }
            let period = rest.last?.period
            if period != nil { rest.removeLast() }
            return (joined(rest), period)
        }
        return (nil, nil)
    }

    /// Where "note:" or "note 2:" stands as a word.
    private static func noteMark(in text: Substring) -> Range<Substring.Index>? {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
        var from = text.startIndex
        while let word = text[from...].firstRange(of: "note") ?? text[from...].firstRange(of: "Note") {
            let isWord = word.lowerBound == text.startIndex || text[text.index(before: word.lowerBound)].isSeparator
            let after = text[word.upperBound...].drop { $0.isWhitespace || $0.isASCIIDigit }
            if isWord, after.first == ":" { return word.lowerBound..<after.index(after: after.startIndex) }
            from = word.upperBound
        }
        return nil
    }

    /// Takes a period that follows without brackets: ", as of May 2021", " in 2019", " 2020 est.".
    private static func takeTrailing(_ text: inout String) -> (time: Time?, isEstimate: Bool)? {
        let end = text.suffix(Substring.longestPeriod)
        if let mark = end.lastRange(of: [" as of ", " in "]),
            let period = ReferencePeriod(end[end.index(after: mark.lowerBound)...])
        {
            text = String(text[..<mark.lowerBound]).withoutLastMarks
            return (period.time, period.isEstimate)
        }
        guard let space = end.lastIndex(of: " "), ReferencePeriod.isEstimateMark(end[space...]) else { return nil }
        let words = text.split(separator: " ")
        guard words.count > 1 else { return nil }
        let period = words.count > 2 ? ReferencePeriod(words.suffix(2).joined(separator: " ")) : nil
        text = words.dropLast(period == nil ? 1 : 2).joined(separator: " ").withoutLastMarks
        return (period?.time, true)
    }

    private static func joined(_ parts: [Part]) -> String {
        parts.map(\.written).joined(separator: " ").withSingleSpaces
    }
}

extension Substring {
    /// More characters than a period is written with.
    fileprivate static let longestPeriod = 64

    fileprivate var mayBePeriod: Bool { utf8.count <= Self.longestPeriod }

    /// Where the last of some words stands.
    fileprivate func lastRange(of words: [String]) -> Range<Index>? {
        words.flatMap { ranges(of: $0) }.max { $0.lowerBound < $1.lowerBound }
    }
}

extension Character {
    /// Whether a bracket or a word that follows stands apart from what is before.
    fileprivate var isSeparator: Bool { isWhitespace || ",;:+/".contains(self) }
}

extension String {
    /// Whether a period may follow without brackets.
    fileprivate var hasDigitAndDateMark: Bool {
        utf8.contains(where: \.isASCIIDigit) && (contains(" as of ") || contains(" in ") || contains(" est"))
    }

    fileprivate var withoutLastMarks: String {
        var text = Substring(self)
        while let last = text.last, " ,;".contains(last) { text.removeLast() }
        return String(text)
    }

    /// One space for any white space, and none at the ends.
    fileprivate var withSingleSpaces: String {
        // Characters are slow to tell apart, and most texts have nothing to change.
        guard utf8.allSatisfy({ $0 < 0x80 }) else {
            return split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let words = utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
        return words.map { String(Substring($0)) }.joined(separator: " ")
    }
}
