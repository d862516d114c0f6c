import ArgumentParser
import FoundationEssentials
import Glibc
import Rendering

/// Shows the story's pages in a browser.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", _superCommandName: Annals.name,
        abstract: "Show the story's pages in a browser, as they are now, and decide there.",
        discussion: """
            The pages are those of annals site, made when they are asked for; what is recorded meanwhile shows at the next look. \
            Only this machine reaches them. The second link that is printed lets whoever opens it decide; keep it to yourself. \
            Ctrl-C stops it.

              annals serve
              annals serve --port 0
              annals serve --host 192.168.0.4 --allow-remote
            """)

    @OptionGroup var place: StoryOptions
    @Option(help: "The port; 0 takes any that is free.")
    var port: Int = 8320
    @Option(help: ArgumentHelp("The address of this machine, in digits.", valueName: "address"))
    var host: String = "127.0.0.1"
    @Flag(name: .customLong("allow-remote"), help: "Let other machines read the story, at a --host that they reach.")
    var allowsRemote = false

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port is a number from 0 to 65535, not \(port)") }
    }

    func run() throws {
        let arguments = try [Self.program(), place.open().folder, host, "\(port)", allowsRemote ? "remote" : "local"]
        // It takes the place of this process, so that signals and the exit status are its own. It is a program of its own because
        // what it is made of would make every other command start a millisecond later.
        execute(arguments)
        throw Failure(
            message: "\(visible(arguments[0])) cannot be run: \(String(cString: strerror(errno)))",
            hint: "Scripts/build makes it anew")
    }

    /// The server, which is beside the command itself.
    private static func program() throws -> String {
        let folder = Program.folder
        let path = "\(folder)/annals-serve"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Failure(
                message: "annals-serve is not beside annals in \(visible(folder))",
                hint: "Scripts/build makes both programs; copy both to one folder")
        }
        return path
    }
}

/// Puts a program in the place of this one; returns when it cannot.
private func execute(_ arguments: [String]) {
    let words = arguments.map { strdup($0) } + [nil]
    execv(arguments[0], words)
    for word in words { free(word) }
}
