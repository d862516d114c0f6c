import Facts
import Yams

/// The YAML mapping between two `---` lines at the start of a Markdown file.
struct FrontMatter {
    private let path: String
    private let values: [(name: String, node: Node)]
    private let bodyStart: Int

    /// The front matter of a file, or `nil` when it has none.
    init?(_ bytes: [UInt8], _ path: String) throws(ReportProblem) {
        self.path = path
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = Self.line(bytes, start), Self.isFence(bytes[first.content]) else { return nil }
        var position = first.next
        while let line = Self.line(bytes, position) {
            if Self.isFence(bytes[line.content]) {
                bodyStart = line.next
                let yaml = String(decoding: bytes[first.next..<line.content.lowerBound], as: UTF8.self)
                values = try Self.mapping(yaml, path).map { ($0.key.string ?? "", $0.value) }
                return
            }
            position = line.next
        }
        throw ReportProblem(path, line: 1, .openFrontMatter)
    }

    /// The report's name, when it is given.
    var name: ReportName? {
        get throws(ReportProblem) {
            guard let (given, line) = try text("name") else { return nil }
            guard let name = ReportName(given) else { throw ReportProblem(path, line: line, .name(given)) }
            return name
        }
    }

    /// What the front matter says of the report.
    func record(_ name: ReportName, _ bytes: [UInt8]) throws(ReportProblem) -> ReportRecord {
        var record = ReportRecord(name: name, text: bytes, bodyStart: bodyStart)
        record.title = try text("title")?.0
        record.source = try text("source")?.0
        record.published = try time("published")
        record.updated = try time("updated")
        record.notice = try text("notice")?.0
        record.url = try text("url")?.0
        record.language = try text("language")?.0
        let known: Set<String> = ["name", "title", "source", "published", "updated", "notice", "url", "language"]
        for (name, node) in values where !known.contains(name) { record.ext[name] = try json(node) }
        return record
    }

    private func text(_ name: String) throws(ReportProblem) -> (String, line: Int)? {
        guard let node = values.first(where: { $0.name == name })?.node else { return nil }
        guard let text = node.string else { throw ReportProblem(path, line: node.line, .notText(name)) }
        return text.isBlank ? nil : (text, node.line)
    }

    private func time(_ name: String) throws(ReportProblem) -> Time? {
        guard let (given, line) = try text(name) else { return nil }
        let words = given.split(separator: " ")
        let edtf = words.count == 2 && words[1].contains(":") ? "\(words[0])T\(words[1])" : given
        guard let time = Time(edtf: edtf) else { throw ReportProblem(path, line: line, .notDate(name, given)) }
        return time
    }

    private func json(_ node: Node) throws(ReportProblem) -> JSONValue {
        guard let json = JSONValue(node, levels: ReportReader.maximumDepth) else {
            throw ReportProblem(path, line: node.line, .tooDeep)
        }
        return json
    }
}

extension FrontMatter {
    private static func line(_ bytes: [UInt8], _ start: Int) -> (content: Range<Int>, next: Int)? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        return (start..<end, min(end + 1, bytes.count))
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.split { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
        return words.count == 1 && line.first == 0x2D && words[0].elementsEqual("---".utf8)
    }
}
