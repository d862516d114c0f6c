import Glibc
import Linguistics

/// Reads texts that are separated by NUL from standard input and writes what the pipeline finds, a line a text.
///
/// Arguments: `whole` or `sentence`; `fastest` or `portable`; how many times all is read, of which the last is written; `quiet`,
/// and nothing is written but the time; `model=` and a file that the converter wrote, in the place of the English one.
@main
struct ParseText {
    static func main() throws {
        let arguments = CommandLine.arguments
        let isSentence = arguments.contains("sentence")
        let loadStart = seconds()
        let kernels: Kernels = arguments.contains("portable") ? .portable : .fastest
        let pipeline =
            try model(arguments).map { try Pipeline(model: $0, kernels: kernels) } ?? Pipeline(english: kernels)
        let loading = seconds() - loadStart
        let texts = bytes(of: 0).split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let repetitions = arguments.compactMap { Int($0) }.first ?? 1
        for repetition in 1...repetitions {
            var tokens = 0
            let start = seconds()
            for text in texts {
                let parsed = isSentence ? pipeline.parse(sentence: text) : pipeline.parse(text)
                tokens += parsed.tokens.count
                if repetition == repetitions, !arguments.contains("quiet") { print(line(parsed)) }
            }
            let taken = seconds() - start
            let rate = Int(Double(tokens) / taken)
            let report =
                "\(tokens) tokens in \(taken) s: \(rate) tokens/s of processor time; loading took \(loading) s\n"
            _ = report.withCString { write(2, $0, strlen($0)) }
        }
    }

    /// The time that this thread has had the processor, which does not count what other processes took.
    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The model that an argument names; `nil` where none does.
    private static func model(_ arguments: [String]) -> [UInt8]? {
        guard let name = arguments.first(where: { $0.hasPrefix("model=") })?.dropFirst("model=".count) else {
            return nil
        }
        let file = open(String(name), O_RDONLY)
        defer { close(file) }
        return bytes(of: file)
    }

    private static func bytes(of file: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    private static func line(_ parsed: ParsedText) -> String {
        parsed.tokens.indices.map { index in
            let token = parsed.tokens[index]
            var entity = ""
            if let name = parsed.entity(at: index) {
                entity = (name.tokens.lowerBound == index ? "B-" : "I-") + name.label
            }
            let starts = parsed.sentences.contains { $0.lowerBound == index } ? "S" : ""
            return [
                token.text, token.norm, token.isFollowedBySpace ? "1" : "0", token.tag, token.partOfSpeech.rawValue,
                token.lemma,
                "\(token.head)", token.label.rawValue, entity, starts,
            ].joined(separator: "\u{1F}")
        }.joined(separator: "\u{1E}").split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    }
}
