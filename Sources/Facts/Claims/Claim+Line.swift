/// The stored form as a line, read and written in one pass.
///
/// ``Claim/json`` and ``Claim/init(json:)`` are the definition; these are the same, many times faster, for lines as this program
/// writes them.
extension Claim {
    /// Reads a stored line, without its line feed; `nil` when it is not a stored claim.
    package init?(line: ArraySlice<UInt8>) {
        if let claim = CanonicalScanner.scan(line, Claim.init) {
            self = claim
        } else {
            guard let json = try? JSONParser.parse(Array(line)) else { return nil }
            self.init(json: json)
        }
    }

    /// The canonical line, without a line feed.
    package var line: [UInt8] { CanonicalWriter.bytes(write) }

    private func write(to line: inout CanonicalWriter) {
        line.append(literal: "{")
        line.append(member: "\"arguments\":", object: arguments) { $0.write(to: &$1) }
        line.append(member: "\"attribution\":", strings: attribution)
        if certainty != .unstated { line.append(member: "\"certainty\":", string: certainty.rawValue) }
        line.append(member: "\"claim\":")
        line.append(id: id.number, in: .hexadecimal)
        line.append(member: "\"evidence\":", array: evidence) { $0.write(to: &$1) }
        line.append(member: "\"ext\":", object: ext) { $1.append($0) }
        line.append(member: "\"fact\":")
        line.append(id: fact.number, in: .letters)
        if isInverted { line.append(member: "\"inverted\":true") }
        line.append(member: "\"key\":", string: key)
        line.append(member: "\"modality\":", strings: modality.map(\.rawValue))
        if let object {
            line.append(member: "\"object\":")
            object.write(to: &line)
        }
        if polarity != .affirmed { line.append(member: "\"polarity\":", string: polarity.rawValue) }
        line.append(member: "\"predicate\":{\"id\":")
        line.append(string: predicate)
        line.append(member: "\"text\":", string: predicateText)
        line.append(literal: "}")
        line.append(member: "\"report\":", string: report.description)
        line.append(member: "\"subject\":")
        subject.write(to: &line)
        line.append(member: "\"time\":", string: time?.edtf)
        line.append(literal: "}")
    }
}

extension Claim {
    /// Reads the canonical line; `nil` when it is not as expected, and then it may still be a stored claim.
    fileprivate init?(_ line: inout CanonicalScanner) {
        guard line.open("{"), let arguments = Claim.arguments(&line),
            let attribution = Claim.member("\"attribution\":", &line, { $0.strings() }),
            let certainty = Claim.member("\"certainty\":", &line, { $0.string().flatMap(Certainty.init) }),
            certainty != .some(.unstated),
            line.member("\"claim\":"), let id = line.identifier(.hexadecimal),
            let evidence = Claim.evidence(&line),
            line.member("\"fact\":"), let fact = line.identifier(.letters),
            let inverted = Claim.member("\"inverted\":", &line, { $0.take("true") ? true : nil }),
            let key = Claim.member("\"key\":", &line, { $0.string() }),
            let modality = Claim.member("\"modality\":", &line, { $0.strings().flatMap(Claim.modality) }),
            let object = Claim.member("\"object\":", &line, { Value(&$0) }),
            let polarity = Claim.member("\"polarity\":", &line, { $0.take("\"denied\"") ? Polarity.denied : nil }),
            line.member("\"predicate\":"), line.open("{"), line.member("\"id\":"), let predicate = line.string(),
            line.member("\"text\":"), let predicateText = line.string(), line.take("}"),
            line.member("\"report\":"), let report = line.string().flatMap({ ReportName($0) }),
            line.member("\"subject\":"), let subject = Value(&line),
            let time = Claim.member("\"time\":", &line, { $0.string().flatMap { Time(edtf: $0) } }), line.take("}")
        else { return nil }
        self.init(
            id: ClaimID(number: id), fact: FactID(number: fact), report: report, subject: subject, predicate: predicate,
            predicateText: predicateText, isInverted: inverted ?? false, object: object, arguments: arguments,
            time: time,
            polarity: polarity ?? .affirmed, certainty: certainty ?? .unstated, modality: modality ?? [],
            attribution: attribution ?? [], evidence: evidence, key: key, ext: [:])
    }

    /// A member read by `read`: `.some(nil)` when it does not come next, `nil` when it does and is not as expected.
    private static func member<Member>(
        _ name: StaticString, _ line: inout CanonicalScanner, _ read: (inout CanonicalScanner) -> Member?
    ) -> Member?? {
        guard line.member(name) else { return .some(nil) }
        return read(&line).map(Optional.some)
    }

    private static func modality(_ words: [String]) -> [Modality]? {
        let modality = words.compactMap(Modality.init)
        return modality.count == words.count ? modality : nil
    }

    private static func arguments(_ line: inout CanonicalScanner) -> [String: Value]? {
        guard line.member("\"arguments\":") else { return [:] }
        guard line.open("{") else { return nil }
        var arguments: [String: Value] = [:]
        var last: String?
        repeat {
            guard let name = line.string(), line.take(":"), let value = Value(&line) else { return nil }
            if let last, !last.utf16.lexicographicallyPrecedes(name.utf16) { return nil }
            // Two spellings of one name are one key here; the general reader decides what becomes of that.
            guard arguments.updateValue(value, forKey: name) == nil else { return nil }
            last = name
        } while line.take(",")
        return line.take("}") ? arguments : nil
    }

    private static func evidence(_ line: inout CanonicalScanner) -> [Evidence]? {
        guard line.member("\"evidence\":") else { return [] }
        guard line.open("[") else { return nil }
        var all: [Evidence] = []
        while line.element() {
            guard let evidence = Evidence(&line) else { return nil }
            all.append(evidence)
        }
        return line.take("]") && !all.isEmpty ? all : nil
    }
}

extension Evidence {
    /// Writes the stored form.
    fileprivate func write(to line: inout CanonicalWriter) {
        line.append(literal: "{")
        switch anchor {
        case .exact: break
        case .folded: line.append(literal: "\"anchor\":\"folded\"")
        case .orphaned: line.append(literal: "\"anchor\":\"orphaned\"")
        case .unchecked: line.append(literal: "\"anchor\":\"unchecked\"")
        }
        if let range {
            line.append(member: "\"end\":")
            line.append(number: range.end)
            line.append(member: "\"line\":")
            line.append(number: range.line)
        }
        line.append(member: "\"quote\":", string: quote)
        if let range {
            line.append(member: "\"start\":")
            line.append(number: range.start)
        }
        line.append(literal: "}")
    }

    /// Reads the canonical bytes; `nil` when they are not as expected.
    fileprivate init?(_ line: inout CanonicalScanner) {
        guard line.open("{") else { return nil }
        let isFolded = line.member("\"anchor\":\"folded\"")
        let isOrphaned = !isFolded && line.member("\"anchor\":\"orphaned\"")
        let isUnchecked = !isFolded && !isOrphaned && line.member("\"anchor\":\"unchecked\"")
        let hasPlace = !isOrphaned && !isUnchecked
        var (start, end, number): (Int?, Int?, Int?)
        if hasPlace {
            guard line.member("\"end\":") else { return nil }
            end = line.natural()
            guard line.member("\"line\":") else { return nil }
            number = line.natural()
        }
        guard line.member("\"quote\":"), let quote = line.string() else { return nil }
        if hasPlace {
            guard line.member("\"start\":") else { return nil }
            start = line.natural()
        }
        guard line.take("}") else { return nil }
        if isOrphaned || isUnchecked {
            self.init(quote: quote, anchor: isOrphaned ? .orphaned : .unchecked)
        } else {
            guard let start, let end, let number, start < end, number > 0 else { return nil }
            let range = TextRange(start: start, end: end, line: number)
            self.init(quote: quote, anchor: isFolded ? .folded(range) : .exact(range))
        }
    }
}
