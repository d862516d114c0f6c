/// How an extractor that the settings name is made.
package enum ExtractorDefinition: Hashable, Sendable {
    /// A program that speaks `extract/1`, and so many seconds for a passage.
    case command(String, seconds: Int)
    /// A language model behind an OpenAI-compatible interface.
    case endpoint(ChatEndpoint)
}

/// A language model behind an OpenAI-compatible interface, and how it is asked.
package struct ChatEndpoint: Hashable, Sendable {
    /// The interface, without a slash at its end: `https://api.example.org/v1`.
    package let base: String
    /// The model's name there.
    package let model: String
    /// The environment variable that holds the key; `nil` when none is needed.
    package var keyVariable: String?
    /// How freely the model chooses its words, from 0 to 2, as a JSON number.
    package var temperature = "0"
    /// What it draws its lots from.
    package var seed = 0
    /// Seconds for one answer.
    package var seconds = ExtractorSettings.defaultSeconds
    /// How often a question is asked again that was not answered.
    package var retries = 3
    /// A folder of answers that were recorded; `nil` when none are.
    package var recordings: String?
    /// Whether only recorded answers count, so that the network is never touched.
    package var isReplayOnly = false

    /// A model with all else as it is by default.
    package init(base: String, model: String) {
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        (self.base, self.model) = (base, model)
    }

    /// Whether a text may be the base of an interface: `http` or `https`, and no name or key in it.
    static func isBase(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let host = text.dropFirst(scheme.count).prefix { $0 != "/" }
        return !host.isEmpty
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !#""\@?#<>"#.utf8.contains($0) }
    }

    /// Whether what is sent can be read on the way: not with https, nor when it does not leave this machine.
    package var isInTheClear: Bool {
        guard base.hasPrefix("http://") else { return false }
        let host = base.dropFirst("http://".count).prefix { !"/:".contains($0) }
        return !["localhost", "127.0.0.1"].contains(host) && !base.hasPrefix("http://[::1]")
    }
}
