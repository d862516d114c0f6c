/// Reads the text of a ``Pattern``.
struct PatternParser {
    private let text: [Unicode.Scalar]
    private var place = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// The whole pattern.
    mutating func pattern() throws(ModelError) -> Pattern.Node {
        let node = try choice()
        guard place == text.count else { throw problem("unexpected )") }
        return node
    }

    private func problem(_ what: String) -> ModelError {
        ModelError("tokenizer.patterns", "\(what) at character \(place) of a pattern")
    }

    private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

    private mutating func take(_ wanted: String) -> Bool {
        let scalars = Array(wanted.unicodeScalars)
        guard text[place...].starts(with: scalars) else { return false }
        place += scalars.count
        return true
    }

    private mutating func choice() throws(ModelError) -> Pattern.Node {
        var options = [try sequence()]
        while take("|") { options.append(try sequence()) }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws(ModelError) -> Pattern.Node {
        var nodes: [Pattern.Node] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if take("(?u)") { continue }
            let atom = try atom()
            nodes.append(try quantified(atom))
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func quantified(_ atom: Pattern.Node) throws(ModelError) -> Pattern.Node {
        if take("*") { return .loop(atom, 0...Int.max) }
        if take("+") { return .loop(atom, 1...Int.max) }
        if take("?") { return .loop(atom, 0...1) }
        guard next == "{", let end = text[place...].firstIndex(of: "}") else { return atom }
        let inside = String(String.UnicodeScalarView(text[place + 1..<end]))
        let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
        guard let low = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return atom }
        let high = parts.count == 1 ? low : parts[1].isEmpty ? Int.max : Int(parts[1]) ?? low
        guard low <= high else { throw problem("{\(inside)}") }
        place = end + 1
        return .loop(atom, low...high)
    }

    private mutating func atom() throws(ModelError) -> Pattern.Node {
        if take("^") { return .start }
        if take("$") { return .end }
        if take("[") { return .set(try bracket()) }
        if next == "(" { return try group() }
        if take(".") { return .set(ScalarSet([10...10], isNegated: true)) }
        if take("\\") {
            let (ranges, kind) = try escape()
            return .set(ScalarSet(ranges, classes: kind.map { [$0] } ?? []))
        }
        guard let scalar = next else { throw problem("nothing") }
        place += 1
        return .set(ScalarSet([scalar.value...scalar.value]))
    }

    private mutating func group() throws(ModelError) -> Pattern.Node {
        let kinds = ["(?:", "(?=", "(?!", "(?<=", "(?<!", "("]
        guard let kind = kinds.first(where: { text[place...].starts(with: $0.unicodeScalars) }) else {
            throw problem("(")
        }
        _ = take(kind)
        let inner = try choice()
        guard take(")") else { throw problem("missing )") }
        switch kind {
        case "(?=": return .ahead(inner, isNegated: false)
        case "(?!": return .ahead(inner, isNegated: true)
        case "(?<=", "(?<!":
            guard let length = inner.length else { throw problem("a look-behind of several lengths") }
            return .behind(inner, length: length, isNegated: kind == "(?<!")
        default: return inner
        }
    }

    private mutating func bracket() throws(ModelError) -> ScalarSet {
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var classes: [ScalarSet.Class] = []
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            let (found, kind) = try member()
            if let kind { classes.append(kind) }
            guard let low = found.first?.lowerBound else { continue }
            if next == "-", place + 1 < text.count, text[place + 1] != "]" {
                place += 1
                guard let high = try member().0.first?.lowerBound, high >= low else { throw problem("a bad range") }
                ranges.append(low...high)
            } else {
                ranges += found
            }
        }
        guard take("]") else { throw problem("missing ]") }
        return ScalarSet(ranges, classes: classes, isNegated: isNegated)
    }

    private mutating func member() throws(ModelError) -> ([ClosedRange<UInt32>], ScalarSet.Class?) {
        if take("\\") { return try escape() }
        guard let scalar = next else { throw problem("missing ]") }
        place += 1
        return ([scalar.value...scalar.value], nil)
    }

    private mutating func escape() throws(ModelError) -> ([ClosedRange<UInt32>], ScalarSet.Class?) {
        guard let scalar = next else { throw problem("a lone backslash") }
        place += 1
        switch scalar {
        case "d": return ([], .digit)
        case "w": return ([], .word)
        case "s": return ([], .space)
        case "S": return ([], .notSpace)
        case "u", "U", "x":
            let count = scalar == "u" ? 4 : scalar == "U" ? 8 : 2
            guard place + count <= text.count,
                let value = UInt32(String(String.UnicodeScalarView(text[place..<place + count])), radix: 16)
            else { throw problem("a bad escape") }
            place += count
            return ([value...value], nil)
        case "n": return ([10...10], nil)
        case "t": return ([9...9], nil)
        case "r": return ([13...13], nil)
        default:
            guard !scalar.properties.isAlphabetic else { throw problem("\\\(scalar) is not known") }
            return ([scalar.value...scalar.value], nil)
        }
    }
}

extension Pattern.Node {
    /// How many scalars it matches, when that is always the same number.
    fileprivate var length: Int? {
        switch self {
        case .set: return 1
        case .sequence(let nodes):
            return nodes.reduce(0 as Int?) { sum, node in sum.flatMap { sum in node.length.map { sum + $0 } } }
        case .choice(let nodes):
            let lengths = Set(nodes.map(\.length))
            return lengths.count == 1 ? lengths.first ?? nil : nil
        case .loop(let inner, let count):
            return count.lowerBound == count.upperBound ? inner.length.map { $0 * count.lowerBound } : nil
        case .ahead, .behind, .start, .end: return 0
        }
    }
}
