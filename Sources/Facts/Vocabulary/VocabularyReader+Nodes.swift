import Yams

/// Reads single nodes and notes what is wrong with them.
extension VocabularyReader {
    mutating func report(_ node: Node?, _ reason: String) {
        problems.append(.init(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, reason: reason))
    }

    /// The members of a mapping that may be absent.
    mutating func mapping(_ node: Node?, _ what: String, allowed: Set<String>? = nil) -> [String: Node] {
        node.flatMap { members($0, what, allowed: allowed) } ?? [:]
    }

    /// The members of a mapping; `nil`, and noted, when the node is something else.
    mutating func members(_ node: Node, _ what: String, allowed: Set<String>?) -> [String: Node]? {
        guard let pairs = node.mapping else {
            report(node, "\(what) must be a mapping")
            return nil
        }
        var members: [String: Node] = [:]
        for (key, value) in pairs {
            let name = key.string ?? ""
            if let allowed, !allowed.contains(name) {
                report(key, "\(what) has no \"\(name)\"; known are \(allowed.sorted().joined(separator: ", "))")
            }
            members[name] = value
        }
        return members
    }

    mutating func sequence(_ node: Node?, _ what: String) -> [Node] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            report(node, "\(what) must be a list")
            return []
        }
        return Array(sequence)
    }

    mutating func strings(_ node: Node?, _ what: String) -> [String] {
        guard let node else { return [] }
        if node.sequence == nil, let single = node.string { return [single] }
        return sequence(node, what).compactMap { element in
            if element.string == nil { report(element, "\(what) must hold words") }
            return element.string
        }
    }

    mutating func string(_ node: Node?, _ what: String) -> String? {
        guard let node else { return nil }
        if node.string == nil { report(node, "\(what) must be a word") }
        return node.string
    }

    mutating func required(_ name: String, _ members: [String: Node], _ node: Node) -> String? {
        guard let text = members[name]?.string, !text.isBlank else {
            report(members[name] ?? node, "\"\(name)\" is missing")
            return nil
        }
        return text
    }

    mutating func choice(_ node: Node?, _ allowed: [String], _ what: String) -> String? {
        guard let node else { return nil }
        guard let text = node.string, allowed.contains(text) else {
            report(node, "\(what) is one of \(allowed.joined(separator: ", "))")
            return nil
        }
        return text
    }

    mutating func flag(_ node: Node?, _ what: String) -> Bool {
        guard let node else { return false }
        // "true" in quotation marks is a word.
        let isPlain = node.scalar?.style == .plain || node.scalar?.style == .any
        switch node.string?.lowercased() {
        case "true" where isPlain, "yes" where isPlain, "on" where isPlain: return true
        case "false" where isPlain, "no" where isPlain, "off" where isPlain: return false
        default:
            report(node, "\(what) is true or false")
            return false
        }
    }

    mutating func percentage(_ node: Node) -> DecimalNumber? {
        guard let text = node.string, text.hasSuffix("%"), let number = WrittenNumber(text.dropLast()),
            number.value >= DecimalNumber(0)
        else {
            report(node, "tolerance is a percentage, like 5%")
            return nil
        }
        return number.value.multiplied(by: DecimalNumber(1, exponent: -2))
    }
}
