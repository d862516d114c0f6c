package import Facts

/// An extractor that asks a language model behind an OpenAI-compatible chat interface.
///
/// The model states claims and quotes; it is never asked where a quotation stands, and is not believed that it stands: quotations
/// that the passage does not have cost the claim. Answers must keep to a schema.
package struct ChatExtractor: Extractor {
    package let fingerprint: ExtractorFingerprint
    private let name: String
    private let prompt: ChatPrompt
    private let transport: any ChatTransport
    private let key: String?

    /// A model, asked by way of a transport.
    ///
    /// - Parameters:
    ///   - name: what the settings call it.
    ///   - endpoint: the model and how it is asked.
    ///   - key: what the interface wants to know who asks; kept in memory only.
    ///   - vocabulary: the predicates that it is told of; they decide what is read.
    ///   - transport: what carries the questions.
    package init(
        _ name: String, endpoint: ChatEndpoint, key: String?, vocabulary: Vocabulary, transport: any ChatTransport
    ) throws(ExtractorFailure) {
        prompt = ChatPrompt(endpoint: endpoint, vocabulary: vocabulary.outline)
        let (part, model) = (Self.part(name), Self.part(endpoint.model))
        guard let fingerprint = ExtractorFingerprint(name: part, version: model, configuration: prompt.digest) else {
            throw ExtractorFailure(name, .description("its name and its model's are too long"))
        }
        (self.name, self.fingerprint, self.transport, self.key) = (name, fingerprint, transport, key)
    }

    package func read(_ passage: Passage) async throws -> PassageReading {
        let endpoint = prompt.endpoint
        let question = ChatQuestion(
            url: "\(endpoint.base)/chat/completions", body: prompt.body(for: passage), key: key,
            seconds: endpoint.seconds)
        do throws(ChatFault) {
            return try ChatAnswer.reading(try await transport.post(question), of: passage)
        } catch {
            throw ExtractorFailure(name, error.reason, reading: passage)
        }
    }

    /// A text as a part of a fingerprint: what may not stand there is a hyphen.
    private static func part(_ text: String) -> String {
        let bytes = text.utf8.map { (0x21...0x7E).contains($0) && !"@+".utf8.contains($0) ? $0 : UInt8(ascii: "-") }
        return String(decoding: bytes, as: UTF8.self)
    }
}
