public import Foundation
import Synchronization

/// An HTTP server on this machine that gives the answers it was told to give, one a connection, in order.
public final class ScriptedServer: Sendable {
    /// One answer.
    public struct Answer: Sendable {
        let status: Int
        let headers: [String]
        let body: String
        let delay: TimeInterval

        /// An answer; with a delay it is given so many seconds late.
        public init(_ status: Int = 200, headers: [String] = [], body: String = "", delay: TimeInterval = 0) {
            (self.status, self.headers, self.body, self.delay) = (status, headers, body, delay)
        }
    }

    /// What somebody asked.
    public struct Request: Sendable {
        /// The request line and the headers.
        public let head: String
        /// What came after them.
        public let body: String
    }

    private let listener: Int32
    private let asked = Mutex<[Request]>([])
    /// Where it listens: `http://127.0.0.1:PORT`.
    public let address: String

    /// Listens on a free port until it is no longer needed; after the last answer every connection is closed at once.
    public init(_ answers: [Answer]) throws {
        signal(SIGPIPE, SIG_IGN)
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (listener, wanted) = (listener, size)
        let isListening = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(listener, place, wanted) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, place, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRINUSE) }
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        Thread { [weak self] in
            var rest = answers[...]
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                if let answer = rest.popFirst() {
                    let request = Self.request(on: connection)
                    self?.asked.withLock { $0.append(request) }
                    Self.give(answer, on: connection)
                }
                close(connection)
            }
        }.start()
    }

    /// What was asked up to now.
    public var requests: [Request] { asked.withLock { $0 } }

    private static func request(on connection: Int32) -> Request {
        var bytes: [UInt8] = []
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.firstRange(of: "\r\n\r\n") {
                let (head, body) = (String(text[..<end.lowerBound]), String(text[end.upperBound...]))
                let length = head.firstMatch(of: /(?i)content-length: *([0-9]+)/).flatMap { Int($0.1) } ?? 0
                if body.utf8.count >= length { return Request(head: head, body: body) }
            }
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return Request(head: text, body: "") }
            bytes += chunk.prefix(count)
        }
    }

    private static func give(_ answer: Answer, on connection: Int32) {
        Thread.sleep(forTimeInterval: answer.delay)
        let headers = (answer.headers + ["Content-Length: \(answer.body.utf8.count)", "Connection: close"])
            .joined(separator: "\r\n")
        let bytes = Array("HTTP/1.1 \(answer.status) Scripted\r\n\(headers)\r\n\r\n\(answer.body)".utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(connection, $0.baseAddress.map { $0 + sent }, bytes.count - sent, 0)
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }
}
