// MARK: shares of a whole

extension QuantityReader {
    /// Takes "half", "a third", "two-thirds" or "three quarters" and returns it in per cent.
    ///
    /// "A quarter" may be three months, so it is a share only before "of"; "half a million" is a number.
    mutating func takeShare() -> WrittenNumber? {
        guard let letter = rest.first, "hotfaHOTFA".contains(letter) else { return nil }
        let start = rest
        for (words, percent) in Self.shares where takeWord(words) {
            let isCertain =
                rest.isEmpty ? !words.hasSuffix("quarter") && !words.hasSuffix("quarters") : isOfWhole(words)
            guard isCertain, let number = WrittenNumber(percent) else { break }
            return number
        }
        rest = start
        return nil
    }

    /// The quantity of a share, in per cent of what follows: "a third of the budget".
    func share(_ form: Quantity.Form) -> Quantity? {
        var words = rest.split(separator: " ").map(String.init)
        if words.first == "of" { words.removeFirst() }
        if let first = words.first?.lowercased(), Self.articles.contains(first) { words.removeFirst() }
        let whole = words.isEmpty ? "" : " of " + words.joined(separator: " ")
        return UnitReader.unit("%\(whole)", default: nil).map { Quantity(form, unit: $0) }
    }

    /// Whether the whole follows: "of the seats", and after "half" also "the seats".
    private func isOfWhole(_ words: String) -> Bool {
        rest.hasPrefix(" of ")
            || (words == "half" && Self.articles.contains { rest.hasPrefix(" \($0) ") && $0.utf8.count > 2 })
    }

    private static let articles = ["the", "its", "their", "his", "her", "our", "all"]

    private static let shares: [(String, String)] = {
        var shares: [(String, String)] = [("half", "50"), ("a half", "50"), ("one half", "50"), ("one-half", "50")]
        let parts = [
            ("third", ["33.3", "66.7"]), ("quarter", ["25", "50", "75"]), ("fifth", ["20", "40", "60", "80"]),
        ]
        for (part, percents) in parts {
            for (count, percent) in zip(["one", "two", "three", "four"], percents) {
                let noun = count == "one" ? part : part + "s"
                shares += [("\(count) \(noun)", percent), ("\(count)-\(noun)", percent)]
            }
            shares.append(("a \(part)", percents[0]))
        }
        return shares + [("a tenth", "10"), ("one tenth", "10"), ("one-tenth", "10")]
    }()
}
