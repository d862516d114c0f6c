import WebServer
import annals

extension ServerError {
    /// Ends the process with the reason and the next step.
    func leave() -> Never { Program.leave(because: message, hint: hint, status: .failed) }

    private var message: String {
        switch code {
        case .busy: "another program listens at \(address.url)"
        case .forbidden: "port \(address.port) may not be used: the system keeps the ports below 1024"
        case .noSuchAddress: "this machine has no address \(address.host)"
        case .other(let reason): "\(address.url) cannot be served: \(reason)"
        }
    }

    private var hint: String {
        switch code {
        case .busy, .forbidden: "annals serve --port 0 takes any port that is free"
        case .noSuchAddress: "annals serve listens at 127.0.0.1; --host 0.0.0.0 is every address of this machine"
        case .other: "annals serve --port 0 tries another port"
        }
    }
}
