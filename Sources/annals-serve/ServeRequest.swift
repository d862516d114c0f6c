import WebServer
import annals

/// What `annals serve` was asked for.
struct ServeRequest {
    /// The story's folder.
    let folder: String
    private let host: String
    private let port: Int
    private let allowsRemote: Bool

    /// - Returns: `nil` when these are not the arguments that `annals serve` gives.
    init?(_ arguments: [String]) {
        guard arguments.count == 5, let port = Int(arguments[3]) else { return nil }
        (folder, host, self.port, allowsRemote) = (arguments[1], arguments[2], port, arguments[4] == "remote")
    }

    /// The address, where the server may listen; ends the process, saying why, where it may not.
    func checkedAddress() -> ListeningAddress {
        guard let address = ListeningAddress(host: host, port: port) else {
            Program.leave(
                because: "\(host) is not an address", hint: "an address is in digits, such as 127.0.0.1 or ::1",
                status: .usage)
        }
        guard address.isLoopback || allowsRemote else {
            Program.leave(
                because: "other machines reach \(host), and whoever reaches it can read the story",
                hint: "--allow-remote lets them", status: .usage)
        }
        if !address.isLoopback {
            Program.note("warning: whoever reaches \(host) can read the story, and what is sent is not encrypted")
        }
        return address
    }
}
