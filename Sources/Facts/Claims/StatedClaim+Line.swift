/// What `claims/1` writes, written in one pass: the same bytes as ``StatedClaim/json``.
extension StatedClaim {
    /// The canonical line, without a line feed.
    package var line: [UInt8] { CanonicalWriter.bytes { write(to: &$0, evidence: evidence) } }

    /// Lends the canonical bytes with these quotations in the place of the claim's own, and no word of where they stand.
    func withContent<Value>(
        quoting quotes: some Sequence<String>, _ body: (UnsafeRawBufferPointer) -> Value
    ) -> Value {
        let evidence = quotes.map { StatedEvidence(quote: $0) }
        return CanonicalWriter.withBytes({ write(to: &$0, evidence: evidence) }, body)
    }

    private func write(to line: inout CanonicalWriter, evidence: [StatedEvidence]) {
        line.append(literal: "{")
        line.append(member: "\"arguments\":", object: arguments) { $0.write(to: &$1) }
        line.append(member: "\"attribution\":", strings: attribution)
        if certainty != .unstated { line.append(member: "\"certainty\":", string: certainty.rawValue) }
        line.append(member: "\"evidence\":", array: evidence) { $0.write(to: &$1) }
        line.append(member: "\"ext\":", object: ext) { $1.append($0) }
        line.append(member: "\"key\":", string: key)
        line.append(member: "\"modality\":", strings: modality.map(\.rawValue))
        if let object {
            line.append(member: "\"object\":")
            object.write(to: &line)
        }
        if polarity != .affirmed { line.append(member: "\"polarity\":", string: polarity.rawValue) }
        line.append(member: "\"predicate\":", string: predicate)
        line.append(member: "\"report\":", string: report.description)
        line.append(member: "\"subject\":")
        subject.write(to: &line)
        line.append(member: "\"time\":", string: time?.edtf)
        line.append(literal: "}")
    }
}

extension StatedClaim.StatedEvidence {
    fileprivate func write(to line: inout CanonicalWriter) {
        line.append(literal: "{")
        if let end {
            line.append(member: "\"end\":")
            line.append(number: end)
        }
        line.append(member: "\"quote\":", string: quote)
        if let start {
            line.append(member: "\"start\":")
            line.append(number: start)
        }
        line.append(literal: "}")
    }
}

extension StatedClaim.StatedValue {
    fileprivate func write(to line: inout CanonicalWriter) {
        if case .plain(let text) = self { return line.append(string: text) }
        line.append(literal: "{")
        switch self {
        case .plain: break
        case .entity(let name): line.append(member: "\"entity\":", string: name)
        case .quantity(let text, let unit):
            line.append(member: "\"quantity\":", string: text)
            line.append(member: "\"unit\":", string: unit)
        case .time(let text): line.append(member: "\"time\":", string: text)
        case .choice(let text): line.append(member: "\"choice\":", string: text)
        case .text(let text): line.append(member: "\"text\":", string: text)
        }
        line.append(literal: "}")
    }
}
