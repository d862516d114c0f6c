import Subprocess

/// Posts by means of `curl`, which knows certificates, proxies and HTTP better than this program ever should.
///
/// Everything goes in through its standard input, the key too: what stands in a command line, every user of the machine can read.
package struct CurlTransport: ChatTransport {
    /// The program.
    package let program: String

    /// Posts by means of the `curl` on the search path.
    package init(program: String = "curl") { self.program = program }

    package func post(_ question: ChatQuestion) async throws(ChatFault) -> ChatResponse {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [ShellCommand.kill]
        // Without the person's own .curlrc, which may print headers, or what not.
        let curl = Configuration(
            executable: .name(program), arguments: ["--disable", "--config", "-"], platformOptions: options)
        let answer: CommandAnswer
        do throws(CommandFault) {
            answer = try await curl.answer(to: Self.settings(question))
        } catch {
            throw ChatFault(error.reason, isPassing: false)
        }
        guard answer.status.isSuccess else { throw Self.fault(answer, question) }
        return try Self.response(answer.output)
    }

    /// What `curl` is told, in its own format.
    private static func settings(_ question: ChatQuestion) -> [UInt8] {
        var lines: [(String, String)] = [
            ("url", question.url), ("request", "POST"), ("header", "Content-Type: application/json"),
            ("data-binary", String(decoding: question.body, as: UTF8.self)), ("proto", "=http,https"),
            ("max-time", String(question.seconds)), ("write-out", "\n%{http_code} %header{retry-after}"),
        ]
        if let key = question.key { lines.append(("header", "Authorization: Bearer \(key)")) }
        let options = lines.map { "\($0.0) = \(quoted($0.1))\n" }.joined()
        return Array("silent\nshow-error\ngloboff\n\(options)".utf8)
    }

    /// A value in quotation marks, as curl(1) has it under `--config`.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// The body, and after it a line with the status and when to ask again.
    private static func response(_ output: [UInt8]) throws(ChatFault) -> ChatResponse {
        let end = output.lastIndex(of: 0x0A) ?? 0
        let words = String(decoding: output[min(end + 1, output.count)...], as: UTF8.self).split(separator: " ")
        guard let status = words.first.flatMap({ Int($0) }), status > 0 else {
            throw ChatFault(.unreachable("curl brought no answer"), isPassing: false)
        }
        return ChatResponse(
            status: status, retryAfter: words.dropFirst().first.flatMap { Int($0) }, body: Array(output[..<end]))
    }

    private static func fault(_ answer: CommandAnswer, _ question: ChatQuestion) -> ChatFault {
        guard case .exited(let code) = answer.status else {
            return ChatFault(.ended(answer.status.words), isPassing: false)
        }
        if code == timeIsUp { return ChatFault(.tooSlow(seconds: question.seconds), isPassing: true) }
        let said = answer.errors.joined(separator: " ")
        return ChatFault(
            .unreachable(said.isEmpty ? "curl: exit status \(code)" : said), isPassing: passing.contains(code))
    }

    /// Exit statuses of curl(1): the time was up; names, connections and transfers that may work a moment later.
    private static let (timeIsUp, passing): (Int32, Set<Int32>) = (28, [5, 6, 7, 16, 18, 35, 52, 55, 56, 92])
}
