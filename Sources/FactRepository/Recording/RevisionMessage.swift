import Facts
import Git

/// The message of a revision's commit: what the person says, then trailers that `git log` shows and the log reads back.
struct RevisionMessage {
    /// What the person says; not blank.
    let text: String
    let kind: Revision.Kind
    let extractors: [ExtractorFingerprint]
    let counts: Revision.Counts
    let digest: Digest

    /// The message as it is stored.
    var description: String {
        var trailers = [("Kind", kind.rawValue)]
        trailers += extractors.map { ("Extractor", $0.description) }
        trailers += [
            ("Reports", "+\(counts.reportsAdded) ~\(counts.reportsEdited) -\(counts.reportsWithdrawn)"),
            ("Claims", "\(counts.claims)"),
            ("Facts", "+\(counts.factsAdded) ~\(counts.factsChanged) -\(counts.factsRemoved)"),
            ("Digest", "sha256:\(digest)"),
        ]
        return text.trimmed + "\n\n" + trailers.map { "Annals-\($0.0): \($0.1)\n" }.joined()
    }

    /// What the person says in a stored message, and its trailers: names without their prefix, in order.
    static func parts(of message: String) -> (text: String, trailers: [(name: String, value: String)]) {
        let (text, lines) = paragraphs(of: message)
        let trailers = lines.compactMap { line -> (name: String, value: String)? in
            guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let value = line[line.utf8.index(after: colon)...].drop { $0 == " " }
            return (String(line[..<colon].dropFirst(prefix.utf8.count)), String(value))
        }
        return (text, trailers)
    }

    /// The content digest of a stored message; `nil` when it has none, or one that cannot be a digest.
    static func digest(of message: String) -> Digest? {
        parts(of: message).trailers.last { $0.name == "Digest" && $0.value.hasPrefix("sha256:") }
            .flatMap { Digest(stored: $0.value.dropFirst(7)) }
    }

    private static let prefix = "Annals-"

    private static func paragraphs(of message: String) -> (text: String, trailers: [Substring]) {
        let message = message.trimmed
        let lines = message.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
        guard let gap = lines.lastIndex(of: ""), lines[(gap + 1)...].allSatisfy({ $0.hasPrefix(prefix) }) else {
            return (message, [])
        }
        return (String(message[..<lines[gap].startIndex]).trimmed, Array(lines[(gap + 1)...]))
    }
}

extension String {
    /// The text without the white space around it.
    var trimmed: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest.drop(while: \.isWhitespace))
    }
}

extension Revision {
    /// The revision of a commit.
    init(_ id: ObjectID, _ commit: Commit) {
        let (text, trailers) = RevisionMessage.parts(of: commit.message)
        func value(_ name: String) -> String { trailers.last { $0.name == name }?.value ?? "" }
        var counts = Revision.Counts()
        (counts.reportsAdded, counts.reportsEdited, counts.reportsWithdrawn) = Self.triple(value("Reports"))
        (counts.factsAdded, counts.factsChanged, counts.factsRemoved) = Self.triple(value("Facts"))
        counts.claims = Int(value("Claims")) ?? 0
        self.init(
            id: id.hex, shortID: String(id.hex.prefix(8)), parent: commit.parents.first?.hex,
            recorded: commit.committer.seconds,
            author: commit.author.name, kind: Kind(rawValue: value("Kind")) ?? .record,
            message: text,
            extractors: trailers.filter { $0.name == "Extractor" }.map(\.value), counts: counts)
    }

    /// Reads `+1 ~2 -3`.
    private static func triple(_ text: String) -> (Int, Int, Int) {
        let numbers = text.split(separator: " ").map { Int($0.dropFirst()) ?? 0 } + [0, 0, 0]
        return (numbers[0], numbers[1], numbers[2])
    }
}
