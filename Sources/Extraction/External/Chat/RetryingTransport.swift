/// Asks again, later and later, while an interface is busy or out of reach.
package struct RetryingTransport: ChatTransport {
    private let transport: any ChatTransport
    private let retries: Int
    private let pause: @Sendable (Duration) async -> Void

    /// Asks by `transport`, and at most `retries` times again; `pause` waits in between.
    package init(
        _ transport: any ChatTransport, retries: Int,
        pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    ) {
        (self.transport, self.retries, self.pause) = (transport, retries, pause)
    }

    package func post(_ question: ChatQuestion) async throws(ChatFault) -> ChatResponse {
        var tried = 0
        while true {
            let wish: Int?
            do throws(ChatFault) {
                let response = try await transport.post(question)
                guard Self.isBusy(response.status), tried < retries else { return response }
                wish = response.retryAfter
                // Whoever asks for more patience than there is gets no second question.
                if let wish, wish > Self.longestWish { return response }
            } catch {
                guard error.isPassing, tried < retries else { throw error }
                wish = nil
            }
            await pause(.seconds(max(wish ?? 0, 1 << min(tried, 5))))
            tried += 1
        }
    }

    /// Seconds that an interface may ask to be left alone for.
    private static let longestWish = 120

    /// Whether a status says "not now": 408, 425, 429 and 5xx.
    private static func isBusy(_ status: Int) -> Bool { [408, 425, 429].contains(status) || status >= 500 }
}
