import Facts
import Yams

extension FrontMatter {
    /// The mapping that some YAML is; empty when it says nothing.
    static func mapping(_ yaml: String, _ path: String) throws(ReportProblem) -> Node.Mapping {
        guard !hasAliases(yaml) else { throw ReportProblem(path, line: 2, .aliases) }
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw problem(error, in: yaml, path)
        }
        guard let root else { return Node.Mapping([]) }
        guard let mapping = root.mapping else { throw ReportProblem(path, line: root.line, .notMapping) }
        return mapping
    }

    /// Whether values are named (`&a`) and repeated (`*a`), as far as that can be seen before parsing.
    ///
    /// A few lines of them can stand for millions of values, which the parser compares while it reads.
    private static func hasAliases(_ yaml: String) -> Bool {
        var signs: Set<Unicode.Scalar> = []
        var last: Unicode.Scalar = " "
        for scalar in yaml.unicodeScalars {
            if " \t\n\r[{,:-?".unicodeScalars.contains(last), scalar == "&" || scalar == "*" { signs.insert(scalar) }
            last = scalar
        }
        return signs.count == 2
    }

    /// What the parser says, in our words where its own say nothing of the place.
    private static func problem(_ error: any Error, in yaml: String, _ path: String) -> ReportProblem {
        switch error {
        case YamlError.parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
            return ReportProblem(path, line: mark.line + 1, .tooDeep)
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            // Lines of YAML count from the one after the fence.
            return ReportProblem(path, line: mark.line + 1, .yaml(problem))
        case YamlError.duplicatedKeysInMapping(let names, let context):
            return ReportProblem(path, line: context.mark.line + 1, .repeatedKey(names.first ?? ""))
        case YamlError.reader(let problem, let offset, _, _):
            let before = yaml.unicodeScalars.prefix(offset ?? 0)
            return ReportProblem(path, line: before.count { $0 == "\n" } + 2, .yaml(problem))
        default:
            return ReportProblem(path, line: 2, .tooDeep)
        }
    }
}

extension Node {
    /// The line in the file, from 1.
    var line: Int { (mark?.line ?? 1) + 1 }
}

extension JSONValue {
    /// A node with its scalars as the strings that were written; `nil` when it is more than `levels` deep.
    init?(_ node: Node, levels: Int) {
        guard levels > 0 else { return nil }
        if let mapping = node.mapping {
            let members = mapping.map { ($0.key.string ?? "", JSONValue($0.value, levels: levels - 1)) }
            guard members.allSatisfy({ $0.1 != nil }) else { return nil }
            self = .object(Dictionary(members.compactMap { name, value in value.map { (name, $0) } }) { a, _ in a })
        } else if let sequence = node.sequence {
            let elements = sequence.map { JSONValue($0, levels: levels - 1) }
            guard elements.allSatisfy({ $0 != nil }) else { return nil }
            self = .array(elements.compactMap(\.self))
        } else {
            self = .string(node.string ?? "")
        }
    }
}
