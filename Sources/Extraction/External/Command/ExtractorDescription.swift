import Facts
import Subprocess

/// What a program says of itself when it is started with `--describe`.
struct ExtractorDescription: Hashable, Sendable {
    let name: String
    let version: String
    let configuration: String?
    /// Whether it wants to be told of the vocabulary's predicates with every question.
    let wantsVocabulary: Bool

    /// Reads the line.
    init(_ line: [UInt8]) throws(ExtractProtocol.Fault) {
        let members = try ExtractProtocol.object(line)
        guard members["annals"]?.string == ExtractProtocol.version else {
            throw .init(what: "\"annals\" must be \"\(ExtractProtocol.version)\"")
        }
        guard let name = members["name"]?.string, let version = members["version"]?.string else {
            throw .init(what: "\"name\" and \"version\" must be strings")
        }
        let wants = members["wants"] ?? .array([])
        guard let wishes = wants.array, wishes.allSatisfy({ $0 == "vocabulary" }) else {
            throw .init(what: "\"wants\" may hold \"vocabulary\" and nothing else")
        }
        guard let configuration = Self.text(members["configuration"]) else {
            throw .init(what: "\"configuration\" must be a string")
        }
        (self.name, self.version, self.configuration) = (name, version, configuration)
        wantsVocabulary = !wishes.isEmpty
        guard fingerprint(vocabulary: "") != nil else {
            throw .init(
                what: "name, version and configuration may have visible ASCII without '@' and '+', 90 bytes together")
        }
    }

    /// Whatever decides what is read; `vocabulary` is the digest of what it is told of the predicates, if it is.
    func fingerprint(vocabulary: String) -> ExtractorFingerprint? {
        let told = wantsVocabulary ? ["vocabulary-\(vocabulary)"] : []
        let parts = [configuration].compactMap(\.self) + told
        return ExtractorFingerprint(
            name: name, version: version, configuration: parts.isEmpty ? nil : parts.joined(separator: "."))
    }

    /// `.some(nil)` when it is absent, `nil` when it is no text.
    private static func text(_ json: JSONValue?) -> String?? {
        guard let json, json != .null else { return .some(nil) }
        return json.string.map(Optional.some)
    }
}

extension ShellCommand {
    /// Asks the program what it is.
    func describe(within limit: TimeLimit) async throws(CommandFault) -> ExtractorDescription {
        let answer = try await configuration(["--describe"]).answer(within: limit)
        guard answer.status.isSuccess else {
            throw CommandFault(.description("it ended with \(answer.status.words)"), output: answer.errors)
        }
        do {
            return try ExtractorDescription(answer.output)
        } catch {
            throw CommandFault(.description(error.what), output: answer.errors)
        }
    }
}
