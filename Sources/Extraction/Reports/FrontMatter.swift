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
                values = try Self.values(yaml, path)
                return
            }
            position = line.next
        }
        throw ReportProblem(
            path, line: 1, .frontMatter("the front matter that starts here does not end with a line \"---\""))
    }

    /// The report's name, when it is given.
    var name: ReportName? {
        get throws(ReportProblem) {
            guard let (given, line) = text("name") else { return nil }
            guard let name = ReportName(given) else { throw ReportProblem(path, line: line, .name(given)) }
            return name
        }
    }

    /// What the front matter says of the report.
    func record(_ name: ReportName, _ bytes: [UInt8]) throws(ReportProblem) -> ReportRecord {
        var record = ReportRecord(name: name, text: bytes, bodyStart: bodyStart)
        record.title = text("title")?.0
        record.source = text("source")?.0
        record.published = try time("published")
        record.updated = try time("updated")
        record.notice = text("notice")?.0
        record.url = text("url")?.0
        record.language = text("language")?.0
        let known: Set<String> = ["name", "title", "source", "published", "updated", "notice", "url", "language"]
        for (name, node) in values where !known.contains(name) { record.ext[name] = node.json }
        return record
    }

    private func text(_ name: String) -> (String, Int)? {
        guard let node = values.first(where: { $0.name == name })?.node, let text = node.string, !text.isBlank else {
            return nil
        }
        return (text, (node.mark?.line ?? 1) + 1)
    }

    private func time(_ name: String) throws(ReportProblem) -> Time? {
        guard let (given, line) = text(name) else { return nil }
        let words = given.split(separator: " ")
        let edtf = words.count == 2 && words[1].contains(":") ? "\(words[0])T\(words[1])" : given
        guard let time = Time(edtf: edtf) else {
            throw ReportProblem(
                path, line: line,
                .frontMatter("\"\(name): \(given)\" is not a date like 2020-02-23 or 2020-02-23T14:06:00Z"))
        }
        return time
    }

    private static func values(_ yaml: String, _ path: String) throws(ReportProblem) -> [(name: String, node: Node)] {
        do {
            guard let root = try Yams.compose(yaml: yaml) else { return [] }
            guard let mapping = root.mapping else {
                throw ReportProblem(path, line: 2, .frontMatter("the front matter must be \"name: value\" lines"))
            }
            return mapping.map { ($0.key.string ?? "", $0.value) }
        } catch let error as ReportProblem {
            throw error
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw ReportProblem(path, line: mark.line + 1, .frontMatter(problem))
        } catch {
            throw ReportProblem(path, line: 1, .frontMatter("\(error)"))
        }
    }

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

extension Node {
    /// The node as JSON, its scalars as the strings that were written.
    fileprivate var json: JSONValue {
        if let mapping {
            .object(Dictionary(mapping.map { ($0.key.string ?? "", $0.value.json) }) { first, _ in first })
        } else if let sequence {
            .array(sequence.map(\.json))
        } else {
            .string(string ?? "")
        }
    }
}
