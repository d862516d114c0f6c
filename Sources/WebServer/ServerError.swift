import Glibc
import NIOCore

/// Why the server could not listen.
package struct ServerError: Error, Hashable, Sendable {
    /// What kind of failure it was.
    package enum Code: Hashable, Sendable {
        /// Another program listens there.
        case busy
        /// The system keeps that port for its own programs.
        case forbidden
        /// This machine has no such address.
        case noSuchAddress
        /// The system says something else.
        case other(String)
    }

    /// What kind of failure it was.
    package let code: Code
    /// Where the server was to listen.
    package let address: ListeningAddress

    init(_ error: any Error, at address: ListeningAddress) {
        code = (error as? IOError).map(Self.code) ?? .other("\(error)")
        self.address = address
    }

    private static func code(of error: IOError) -> Code {
        switch error.errnoCode {
        case EADDRINUSE: .busy
        case EACCES: .forbidden
        case EADDRNOTAVAIL: .noSuchAddress
        default: .other(error.description)
        }
    }
}
