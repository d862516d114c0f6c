import Facts
import FoundationEssentials

/// Keeps what was answered in a folder, and answers the same question from there.
///
/// An answer is one file, `<64 hex>.json` by the SHA-256 of address and question, readable, without the key, and good to be
/// kept under version control: whoever has the folder can read everything again without the network.
package struct RecordedTransport: ChatTransport {
    private let folder: String
    /// `nil` when only what is recorded counts.
    private let transport: (any ChatTransport)?

    /// Answers from a folder; what is not there is asked by `transport` and kept, unless that is `nil`.
    package init(in folder: String, asking transport: (any ChatTransport)?) {
        (self.folder, self.transport) = (folder, transport)
    }

    package func post(_ question: ChatQuestion) async throws(ChatFault) -> ChatResponse {
        let path = path(of: question)
        if let response = Self.recorded(path) { return response }
        guard let transport else { throw ChatFault(.notRecorded(path), isPassing: false) }
        let response = try await transport.post(question)
        if response.status == 200 { try record(response, to: question, at: path) }
        return response
    }

    private func path(of question: ChatQuestion) -> String {
        let digest = Digest.sha256(Array("\(question.url)\n".utf8) + question.body)
        return "\(folder)/\(digest).json"
    }

    /// The name and version of what is in a file.
    private static let version = "chat/1"

    private static func recorded(_ path: String) -> ChatResponse? {
        guard let data = FileManager.default.contents(atPath: path),
            let members = (try? JSONParser.parse(Array(data)))?.object, members["annals"]?.string == version,
            let answer = members["answer"]
        else { return nil }
        return ChatResponse(status: 200, body: answer.canonicalBytes)
    }

    /// An answer that is no JSON is not worth keeping: it is refused, and may be another one next time.
    private func record(_ response: ChatResponse, to question: ChatQuestion, at path: String) throws(ChatFault) {
        guard let answer = try? JSONParser.parse(response.body), let asked = try? JSONParser.parse(question.body) else {
            return
        }
        let content: JSONValue = .object([
            "annals": .string(Self.version), "url": .string(question.url), "question": asked, "answer": answer,
        ])
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(content.canonicalBytes + [0x0A]).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ChatFault(.notRecorded("\(path): it cannot be written"), isPassing: false)
        }
    }
}
