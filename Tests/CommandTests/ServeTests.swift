import Foundation
import TestSupport
import Testing

/// The server as a person starts it: the address that it prints is awaited, and nothing else.
@Suite(.timeLimit(.minutes(2))) struct ServeTests {
    /// Serves the story, runs some lines of shell with `$url`, ends the server with a signal and gives its exit status.
    private func serving(_ lines: String, signal: String = "INT", in shell: Shell) throws -> CommandResult {
        try shell.script(
            """
            mkfifo address; '\(Shell.command)' serve --port 0 > address 2> errors.txt & server=$!
            read -r url < address
            \(lines)
            kill -\(signal) $server; wait $server; echo "status $?"
            """)
    }

    @Test(arguments: [("INT", 130), ("TERM", 0)])
    func `serve prints its address, shows the pages, and ends when it is told to`(signal: String, status: Int) throws {
        try withStory { shell in
            let result = try serving(#"curl -si "$url""#, signal: signal, in: shell)
            #expect(result.all.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(result.all.contains("</html>"))
            #expect(result.all.hasSuffix("status \(status)\n"))
            let errors = try String(contentsOfFile: shell.folder + "/errors.txt", encoding: .utf8)
            #expect(errors.hasPrefix("Serving \(shell.folder); Ctrl-C stops it\n"))
        }
    }

    @Test func `what is recorded meanwhile shows at the next look`() throws {
        try withStory { shell in
            try shell.write("Qatar severed trade ties with Israel in 2009, again.", to: "more/third-report.txt")
            let result = try serving(
                """
                curl -s "${url}reports.html" | grep -c third-report
                annals record more --extractor none --recorded 2022-07-12 > recorded.txt || echo failed
                curl -s "${url}reports.html" | grep -q third-report && echo shown
                """, in: shell)
            #expect(result.all == "0\nshown\nstatus 130\n")
        }
    }

    @Test func `a port that is taken is told, with the next step`() throws {
        try withStory { shell in
            let result = try serving(
                #"port=${url##*:}; annals serve --port "${port%/}"; echo "second $?""#, in: shell)
            #expect(result.all == "second 2\nstatus 130\n")
            #expect(result.errors.hasPrefix("error: another program listens at http://127.0.0.1:"))
            #expect(result.errors.hasSuffix("hint: annals serve --port 0 takes any port that is free\n"))
        }
    }

    @Test func `other machines are let in only when that is said, with a warning`() throws {
        try withStory { shell in
            let refused = try shell.annals(["serve", "--host", "0.0.0.0"])
            #expect(refused.status == 64)
            #expect(refused.errors.contains("whoever reaches it can read the story\nhint: --allow-remote lets them\n"))
            let allowed = try shell.script(
                """
                mkfifo address; '\(Shell.command)' serve --host 0.0.0.0 --allow-remote --port 0 > address 2> errors.txt & server=$!
                read -r url < address; kill -TERM $server; wait $server; cat errors.txt
                """)
            #expect(allowed.all.hasPrefix("warning: whoever reaches 0.0.0.0 can read the story"))
        }
    }

    @Test(arguments: [["--host", "example.org"], ["--port", "65536"], ["--port", "http"]])
    func `an address that is none is wrong usage`(options: [String]) throws {
        try withStory { shell in
            let result = try shell.annals(["serve"] + options)
            #expect(result.status == 64)
        }
    }

    @Test func `where there is no story nothing is served`() throws {
        try withShell { shell in
            let result = try shell.annals(["serve"])
            #expect(result.status == 2)
            #expect(result.errors.hasSuffix("hint: annals init starts one\n"))
        }
    }

    @Test func `a command without its server beside it says where that belongs`() throws {
        try withStory { shell in
            let result = try shell.script("cp --reflink=auto '\(Shell.command)' ./annals; ./annals serve")
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix("error: annals-serve is not beside annals in \(shell.folder)\n"))
        }
    }

    @Test func `the server by itself is no command`() throws {
        try withShell { shell in
            let result = try shell.script("'\(Shell.command)-serve'")
            #expect(result.status == 64)
            #expect(result.errors == "error: annals-serve is not a command for people\nhint: annals serve starts it\n")
        }
    }
}
