/// Carries a question to a chat interface and brings its answer back.
package protocol ChatTransport: Sendable {
    /// Posts a question once.
    func post(_ question: ChatQuestion) async throws(ChatFault) -> ChatResponse
}

/// A question to a chat interface.
package struct ChatQuestion: Hashable, Sendable {
    /// Where it goes.
    package let url: String
    /// What is asked: a JSON object.
    package let body: [UInt8]
    /// What is sent as a bearer's token and never written anywhere; `nil` when none is needed.
    package let key: String?
    /// It may take so many seconds.
    package let seconds: Int

    /// A question.
    package init(url: String, body: [UInt8], key: String? = nil, seconds: Int) {
        (self.url, self.body, self.key, self.seconds) = (url, body, key, seconds)
    }
}

/// What a chat interface answered, whatever that is.
package struct ChatResponse: Hashable, Sendable {
    /// The HTTP status.
    package let status: Int
    /// After how many seconds to ask again; `nil` when it does not say.
    package let retryAfter: Int?
    /// What it says.
    package let body: [UInt8]

    /// An answer.
    package init(status: Int, retryAfter: Int? = nil, body: [UInt8]) {
        (self.status, self.retryAfter, self.body) = (status, retryAfter, body)
    }
}

/// Why no answer came.
package struct ChatFault: Error, Hashable, Sendable {
    /// Why, for the person.
    package let reason: ExtractorFailure.Reason
    /// Whether it may be otherwise a moment later.
    package let isPassing: Bool

    /// A fault.
    package init(_ reason: ExtractorFailure.Reason, isPassing: Bool) {
        (self.reason, self.isPassing) = (reason, isPassing)
    }
}
