/// Where one sentence ends and the next may start.
struct SentenceBoundaries {
    let bytes: SentenceBytes

    /// The position past the end of every sentence but the last, in order.
    func all() -> [Int] {
        var ends: [Int] = []
        var position = 0
        while position < bytes.count {
            if let mark = SentenceMark(in: bytes, at: position) {
                if endsSentence(mark) { ends.append(mark.end) }
                position = mark.end
            } else {
                if breaksLine(at: position) { ends.append(position) }
                position += 1
            }
        }
        return ends
    }

    /// A blank line, a line that starts with a bullet, or a bullet that folding has put into the line.
    private func breaksLine(at position: Int) -> Bool {
        if bytes.isNewline(position) {
            var next = position + 1
            while next < position + 16, bytes.isSpace(next), !bytes.isNewline(next) { next += 1 }
            return bytes.isNewline(next) || bytes.bulletLength(at: next) != nil
        }
        return bytes[position] == 0xE2 && bytes.isSpace(position - 1) && !bytes.startsWith("–", at: position)
            && bytes.bulletLength(at: position) != nil
    }

    private func endsSentence(_ mark: SentenceMark) -> Bool {
        let next = Opening(bytes, at: bytes.skippingSpace(from: mark.end))
        if next.position >= bytes.count { return true }
        guard bytes.isSpace(mark.end) else { return endsWithoutSpace(mark, before: next) }
        if mark.isLoud { return endsLoudly(mark, before: next) }
        if mark.isEllipsis { return endsInEllipsis(mark, before: next) }
        return endsInFullStop(mark, before: next)
    }

    // MARK: question and exclamation marks

    private func endsLoudly(_ mark: SentenceMark, before next: Opening) -> Bool {
        if next.isLowercase, next.mark == nil { return false }
        if mark.closesQuotation { return !namesSpeaker(at: next.position) }
        return !Abbreviations.exclaimed.contains(bytes.word(before: mark.start))
    }

    /// Whether a name and a verb of saying follow: `"Why?" Dana Levi asked`.
    private func namesSpeaker(at position: Int) -> Bool {
        var position = position
        for index in 0..<5 {
            let word = bytes.word(at: position)
            if index > 0, ReportingWords.verbs.contains(word) { return true }
            guard bytes.isUppercase(position), !Abbreviations.openers.contains(word) else { return false }
            position = bytes.skippingSpace(from: position + word.utf8.count)
        }
        return false
    }

    // MARK: ellipses

    private func endsInEllipsis(_ mark: SentenceMark, before next: Opening) -> Bool {
        if next.isLowercase { return false }
        let isLeftOut = mark.closesBracket && "[(".utf8.contains(bytes[mark.start - 1])
        guard isLeftOut || bytes.isSpace(mark.start - 1) else { return true }
        return !isLeftOut && Abbreviations.openers.contains(next.word)
    }

    // MARK: full stops

    private func endsInFullStop(_ mark: SentenceMark, before next: Opening) -> Bool {
        let word = bytes.word(before: mark.start)
        if isListNumber(word, before: mark.start) { return false }
        switch Abbreviations.kind(of: word) {
        case .title: return false
        case .beforeNumber:
            return !(next.isDigit || next.isLowercase)
        case .mayEnd:
            guard !next.isLowercase, !next.isDigit else { return false }
            return mark.closesQuotation || mark.hasNote || Abbreviations.openers.contains(next.word)
        case .clock:
            guard !next.isLowercase else { return false }
            return !Abbreviations.afterClock.contains(next.word) && secondWord(next) != "time"
        case .listEnd: return !next.isLowercase
        case .none:
            return !next.isLowercase || next.mark == .quotation || next.mark == .square
        }
    }

    private func secondWord(_ next: Opening) -> String {
        bytes.word(at: bytes.skippingSpace(from: next.position + next.word.utf8.count))
    }

    /// Whether the word numbers an item: "1." at the start of the text or right after another sentence.
    private func isListNumber(_ word: String, before position: Int) -> Bool {
        guard (1...3).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        var before = position - word.utf8.count - 1
        let limit = before - 8
        while before > limit, before >= 0, bytes.isSpace(before) {
            if bytes.isNewline(before) { return true }
            before -= 1
        }
        return before < 0 || ".?!:;".utf8.contains(bytes[before])
    }

    // MARK: missing spaces

    /// `a solution.Israel said`, `a solution."Israel`: lower case before and a capital after; addresses have no such thing.
    private func endsWithoutSpace(_ mark: SentenceMark, before next: Opening) -> Bool {
        guard bytes.isUppercase(next.position) || (mark.closesQuotation && bytes.isDigit(next.position)),
            !isInAddress(mark.start)
        else { return false }
        if mark.closesQuotation || mark.hasNote { return true }
        guard !mark.isEllipsis || next.mark == nil, bytes.isLowercase(mark.start - 1), bytes.isLowercase(mark.start - 2)
        else { return false }
        let isWord = bytes.isLowercase(next.position + 1) || bytes.isSpace(next.position + 1) || next.mark == .quotation
        return isWord && !Abbreviations.domains.contains(next.word)
    }

    private func isInAddress(_ position: Int) -> Bool {
        for before in stride(from: position - 1, to: max(-1, position - 64), by: -1) {
            if bytes.isSpace(before) { return bytes.startsWith("www.", at: before + 1) }
            if "/@=&".utf8.contains(bytes[before]) { return true }
        }
        return false
    }
}

extension SentenceBoundaries {
    /// What the next sentence would start with.
    struct Opening {
        enum Mark { case quotation, round, square, dash }

        /// Where its first letter or digit stands.
        let position: Int
        /// The first mark in front of it.
        let mark: Mark?
        let word: String
        let isLowercase: Bool
        let isDigit: Bool

        init(_ bytes: SentenceBytes, at start: Int) {
            var position = start
            var mark: Mark?
            while position < start + 16, let (kind, length) = Self.mark(bytes, at: position) {
                mark = mark ?? kind
                position += length
                if kind == .dash { position = bytes.skippingSpace(from: position) }
            }
            self.position = position
            self.mark = mark
            word = bytes.word(at: position)
            isDigit = bytes.isDigit(position)
            isLowercase = bytes.isLowercase(position) && !Self.isName(bytes, position, word)
        }

        /// "iPhone", "eBay", "al-Udeid": names that start with a small letter.
        private static func isName(_ bytes: SentenceBytes, _ position: Int, _ word: String) -> Bool {
            if bytes.isUppercase(position + 1) { return true }
            let dash = position + word.utf8.count
            return Abbreviations.articles.contains(word) && bytes[dash] == UInt8(ascii: "-")
                && bytes.isUppercase(dash + 1)
        }

        private static func mark(_ bytes: SentenceBytes, at position: Int) -> (Mark, Int)? {
            switch bytes[position] {
            case UInt8(ascii: "\""): return (.quotation, 1)
            case UInt8(ascii: "'"): return (.quotation, 1)
            case UInt8(ascii: "("): return (.round, 1)
            case UInt8(ascii: "["): return (.square, 1)
            case UInt8(ascii: "-") where bytes.isSpace(position + 1): return (.dash, 1)
            case 0xC2 where bytes.startsWith("«", at: position): return (.quotation, 2)
            case 0xE2:
                for mark: StaticString in ["“", "‘"] where bytes.startsWith(mark, at: position) {
                    return (.quotation, 3)
                }
                for mark: StaticString in ["–", "—"] where bytes.startsWith(mark, at: position) { return (.dash, 3) }
                return nil
            default: return nil
            }
        }
    }
}
