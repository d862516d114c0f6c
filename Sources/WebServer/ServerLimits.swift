/// How much one visitor, or all together, may ask of the server.
package struct ServerLimits: Hashable, Sendable {
    /// Bytes of a request's line, and of all its header fields together.
    package var headBytes = 16 * 1024
    /// Header fields of a request.
    package var headFields = 100
    /// Bytes of the path and query that are asked for.
    package var targetBytes = 4 * 1024
    /// Bytes of a form.
    package var formBytes = 16 * 1024
    /// Connections at a time; whoever comes later waits until one is free.
    package var connections = 128
    /// How long a connection may rest, and how long a request's head may take to come in.
    package var rest: Duration = .seconds(10)
    /// How long a request may take from its head to the last byte of the answer, however slowly the visitor sends or reads.
    package var exchange: Duration = .seconds(30)
    /// How long requests that are under way may take when the server is to stop.
    package var stop: Duration = .seconds(5)
    /// Bytes of pages that are kept so as not to be made again.
    package var keptBytes = 64 * 1024 * 1024
    /// Pages that are made at a time.
    package var threads = 2

    /// The limits of `annals serve`.
    package init() {}
}
