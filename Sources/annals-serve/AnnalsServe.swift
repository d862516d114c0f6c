import Dispatch
import Glibc
import UnixSignals
import WebServer
import annals

/// The server of `annals serve`, which starts it in its own place.
@main struct AnnalsServe {
    static func main() async {
        // A visitor who has gone away is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        guard let request = ServeRequest(CommandLine.arguments) else {
            Program.leave(
                because: "annals-serve is not a command for people", hint: "annals serve starts it", status: .usage)
        }
        do {
            exit(try await serve(request))
        } catch let error as ServerError {
            error.leave()
        } catch {
            Program.leave(with: error)
        }
    }

    /// Serves until a signal asks for an end.
    ///
    /// - Returns: the exit status.
    private static func serve(_ request: ServeRequest) async throws -> Int32 {
        let address = request.checkedAddress()
        let story = try ServedStory(in: request.folder)
        let server = WebServer(
            site: story, review: StoryReview(story: story), at: address, onFault: Program.note(fault:))
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let reason = try await server.run {
            await signals.first { _ in true }
        } onListening: { listening in
            Program.note("Serving \(request.folder); Ctrl-C stops it")
            if let url = listening.reviewURL { Program.note("Decide at \(url)") }
            // Whoever asks first finds the story read, or on its way.
            DispatchQueue.global().async { _ = try? story.view() }
            // Last, for whoever waits for it and then reads the rest.
            try? Program.write("\(listening.address.url)\n")
        }
        return reason == .sigint ? 130 : 0
    }
}
