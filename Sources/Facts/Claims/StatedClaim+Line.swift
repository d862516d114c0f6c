/// What `claims/1` writes, written in one pass: the same bytes as ``StatedClaim/json``.
extension StatedClaim {
    /// Appends the canonical line, without a line feed.
    package func appendLine(to line: inout [UInt8]) { append(to: &line, evidence: evidence) }

    /// The canonical bytes with these quotations in the place of the claim's own, and no word of where they stand.
    func content(quoting quotes: some Sequence<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(960)
        append(to: &bytes, evidence: quotes.map { StatedEvidence(quote: $0) })
        return bytes
    }

    private func append(to line: inout [UInt8], evidence: [StatedEvidence]) {
        line.append(literal: "{")
        line.append(member: "\"arguments\":", object: arguments) { $0.appendCanonical(to: &$1) }
        line.append(member: "\"attribution\":", strings: attribution)
        if certainty != .unstated { line.append(member: "\"certainty\":", string: certainty.rawValue) }
        if !evidence.isEmpty {
            line.append(member: "\"evidence\":")
            line.append(literal: "[")
            for (index, evidence) in evidence.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                evidence.appendCanonical(to: &line)
            }
            line.append(literal: "]")
        }
        line.append(member: "\"ext\":", object: ext) { $0.appendCanonical(to: &$1) }
        line.append(member: "\"key\":", string: key)
        line.append(member: "\"modality\":", strings: modality.map(\.rawValue))
        if let object {
            line.append(member: "\"object\":")
            object.appendCanonical(to: &line)
        }
        if polarity != .affirmed { line.append(member: "\"polarity\":", string: polarity.rawValue) }
        line.append(member: "\"predicate\":", string: predicate)
        line.append(member: "\"report\":", string: report.description)
        line.append(member: "\"subject\":")
        subject.appendCanonical(to: &line)
        line.append(member: "\"time\":", string: time?.edtf)
        line.append(literal: "}")
    }
}

extension StatedClaim.StatedEvidence {
    fileprivate func appendCanonical(to line: inout [UInt8]) {
        line.append(literal: "{")
        if let end {
            line.append(member: "\"end\":")
            line += String(end).utf8
        }
        line.append(member: "\"quote\":", string: quote)
        if let start {
            line.append(member: "\"start\":")
            line += String(start).utf8
        }
        line.append(literal: "}")
    }
}

extension StatedClaim.StatedValue {
    fileprivate func appendCanonical(to line: inout [UInt8]) {
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
