/// A line of `claims/1` as most are written, read in one pass; ``StatedClaim/init(json:)`` is the definition.
extension StatedClaim {
    /// Reads a line; `nil` when it is out of the ordinary or no claim, and then the general reader decides what it is.
    ///
    /// Ordinary is every member given once, in any order, of the type that is named for it, with nothing that is not known.
    package init?(plainLine line: ArraySlice<UInt8>) {
        let draft = CanonicalScanner.scan(line) { (line: inout CanonicalScanner) -> Draft? in
            var draft = Draft()
            return draft.read(&line) ? draft : nil
        }
        guard let draft, let report = draft.report, let subject = draft.subject, let predicate = draft.predicate else {
            return nil
        }
        self.init(report: report, subject: subject, predicate: predicate)
        (object, arguments, time) = (draft.object, draft.arguments, draft.time)
        (polarity, certainty) = (draft.polarity ?? .affirmed, draft.certainty ?? .unstated)
        if let given = draft.modality { modality = Modality.allCases.filter(given.contains) }
        (attribution, evidence, key) = (draft.attribution ?? [], draft.evidence ?? [], draft.key)
    }

    /// The report that a line names, without reading the rest of it; `nil` when the line is out of the ordinary or no claim.
    package static func reportName(ofPlainLine line: ArraySlice<UInt8>) -> ReportName? {
        CanonicalScanner.scan(line) { line in
            var report: ReportName?
            let isGood = line.members(besides: ["\"omitted\""], named: "\"report\"") { line in
                guard report == nil else { return false }
                report = line.string().flatMap { ReportName($0) }
                return report != nil
            }
            line.skipSpace()
            return isGood ? report : nil
        }
    }

    /// The members that were read so far; `nil` and empty are not read yet.
    private struct Draft {
        var (report, predicate, key): (ReportName?, String?, String?)
        var (subject, object): (StatedValue?, StatedValue?)
        var arguments: [String: StatedValue] = [:]
        var time: Time?
        var (polarity, certainty, modality): (Polarity?, Certainty?, [Modality]?)
        var (attribution, evidence): ([String]?, [StatedEvidence]?)

        /// Whether all members could be read.
        mutating func read(_ line: inout CanonicalScanner) -> Bool {
            let isGood = line.members { name, line in member(name, &line) }
            line.skipSpace()
            return isGood
        }

        private mutating func member(_ name: String, _ line: inout CanonicalScanner) -> Bool {
            switch name {
            case "report": set(\.report, line.string().flatMap { ReportName($0) })
            case "predicate": set(\.predicate, line.words())
            case "key": set(\.key, line.string())
            case "subject": set(\.subject, StatedValue(&line, isSubject: true))
            case "object": set(\.object, StatedValue(&line, isSubject: false))
            case "time": set(\.time, line.string().flatMap { Time(edtf: $0) })
            case "polarity": set(\.polarity, line.string().flatMap(Polarity.init))
            case "certainty": set(\.certainty, line.string().flatMap(Certainty.init))
            case "modality": set(\.modality, line.list { $0.string().flatMap(Modality.init) })
            case "attribution": set(\.attribution, line.list { $0.string() })
            case "evidence": set(\.evidence, line.list { StatedEvidence(&$0) })
            case "arguments": readArguments(&line)
            default: false
            }
        }

        private mutating func set<Member>(_ path: WritableKeyPath<Draft, Member?>, _ member: Member?) -> Bool {
            guard let member, self[keyPath: path] == nil else { return false }
            self[keyPath: path] = member
            return true
        }

        private mutating func readArguments(_ line: inout CanonicalScanner) -> Bool {
            guard arguments.isEmpty else { return false }
            return line.members { name, line in
                guard let value = StatedValue(&line, isSubject: false) else { return false }
                return arguments.updateValue(value, forKey: name) == nil
            }
        }
    }
}

extension StatedClaim.StatedValue {
    /// Reads a string, or an object that names the type of one; a plain subject may not be blank.
    fileprivate init?(_ line: inout CanonicalScanner, isSubject: Bool) {
        if line.next == UInt8(ascii: "\"") {
            guard let text = isSubject ? line.words() : line.string() else { return nil }
            self = .plain(text)
            return
        }
        var (type, text, unit): (Role.ValueType?, String?, String?)
        let isGood = line.members { name, line in
            if name == "unit" {
                guard unit == nil, let given = line.string() else { return false }
                unit = given
            } else {
                guard type == nil, let named = Role.ValueType(rawValue: name), let given = line.words() else {
                    return false
                }
                (type, text) = (named, given)
            }
            return true
        }
        guard isGood, let type, let text, unit == nil || type == .quantity else { return nil }
        self.init(text, type: type, unit: unit)
    }
}

extension StatedClaim.StatedEvidence {
    fileprivate init?(_ line: inout CanonicalScanner) {
        var (quote, start, end): (String?, Int?, Int?)
        let isGood = line.members { name, line in
            switch name {
            case "quote" where quote == nil: quote = line.words()
            case "start" where start == nil: start = line.natural()
            case "end" where end == nil: end = line.natural()
            default: return false
            }
            return (name == "quote" ? quote.map { _ in 0 } : name == "start" ? start : end) != nil
        }
        guard isGood, let quote else { return nil }
        self.init(quote: quote, start: start, end: end)
    }
}

extension CanonicalScanner {
    /// Reads an object's members one by one, white space between them; `false` when it is none or a member is refused.
    fileprivate mutating func members(_ read: (String, inout CanonicalScanner) -> Bool) -> Bool {
        guard take("{") else { return false }
        repeat {
            skipSpace()
            guard let name = string() else { return false }
            skipSpace()
            guard take(":") else { return false }
            skipSpace()
            guard read(name, &self) else { return false }
            skipSpace()
        } while take(",")
        return take("}")
    }

    /// Reads the members of one name, in quotation marks, and passes over the others; `false` when one is refused or has a name that
    /// may not be there.
    fileprivate mutating func members(
        besides refused: [StaticString], named name: StaticString, _ read: (inout CanonicalScanner) -> Bool
    ) -> Bool {
        guard take("{") else { return false }
        repeat {
            skipSpace()
            for name in refused where take(name) { return false }
            let isNamed = take(name)
            guard isNamed || skipString() else { return false }
            skipSpace()
            guard take(":") else { return false }
            skipSpace()
            guard isNamed ? read(&self) : skipValue() else { return false }
            skipSpace()
        } while take(",")
        return take("}")
    }

    /// Reads an array that is not empty, white space between its elements.
    fileprivate mutating func list<Element>(_ read: (inout CanonicalScanner) -> Element?) -> [Element]? {
        guard take("[") else { return nil }
        var elements: [Element] = []
        repeat {
            skipSpace()
            guard let element = read(&self) else { return nil }
            elements.append(element)
            skipSpace()
        } while take(",")
        return take("]") ? elements : nil
    }

    /// Reads a string that is not blank.
    fileprivate mutating func words() -> String? {
        string().flatMap { text in
            let isPlain = text.utf8.first.map { 0x21...0x7E ~= $0 } ?? false
            return isPlain || !text.isBlank ? text : nil
        }
    }
}
