import Foundation
import TestSupport
import Testing

// Against waiting for ever; other tests may hold all threads for minutes.
/// The server as a person starts it: the address that it prints is awaited, and nothing else.
@Suite(.timeLimit(.minutes(15))) struct ServeTests {
    @Test(arguments: [("INT", 130), ("TERM", 0)])
    func `serve prints its address, shows the pages, and ends when it is told to`(signal: String, status: Int) throws {
        try withStory { shell in
            let result = try shell.serving(#"curl -si "$url""#, signal: signal)
            #expect(result.all.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(result.all.contains("</html>"))
            #expect(result.all.hasSuffix("status \(status)\n"))
            let errors = try String(contentsOfFile: shell.folder + "/errors.txt", encoding: .utf8)
            #expect(errors.hasPrefix("Serving \(shell.folder); Ctrl-C stops it\nDecide at http://127.0.0.1:"))
        }
    }

    @Test func `what is recorded meanwhile shows at the next look`() throws {
        try withStory { shell in
            try shell.write("Qatar severed trade ties with Israel in 2009, again.", to: "more/third-report.txt")
            let result = try shell.serving(
                """
                curl -s "${url}reports.html" | grep -c third-report
                annals record more --extractor none --recorded 2022-07-12 > recorded.txt || echo failed
                curl -s "${url}reports.html" | grep -q third-report && echo shown
                """)
            #expect(result.all == "0\nshown\nstatus 130\n")
        }
    }

    @Test func `a change is ruled on and taken back on the page as at the terminal`() throws {
        try withStory { shell in
            let result = try shell.serving(
                Shell.reviewing + """
                    left
                    id=$(field id)
                    rule -d "id=$id" -d key=k -d like=1 --data-urlencode "reason=Both & more"; told | sed 's/ [0-9a-f]*$//'
                    left
                    annals decisions | grep -c 'both are possible'
                    annals decisions | grep -q 'Both & more' && echo said
                    rule -d "id=$id" -d key=a; told
                    rule -d key=u; told
                    left
                    annals decisions | head -1
                    annals operations | grep -c 'annals serve'
                    """)
            let lines = result.all.split(separator: "\n").map(String.init)
            let count = lines.first?.split(separator: " ").dropFirst(2).first ?? ""
            #expect(
                lines == [
                    "0 of \(count) changes are ruled on", "303 resolved: both are possible",
                    "1 of \(count) changes are ruled on", "1", "said",
                    "303 that change is ruled on already, or gone this is the next", "303 taken back",
                    "0 of \(count) changes are ruled on", "nobody ruled on anything yet", "2", "status 130",
                ])
        }
    }

    @Test func `an answer that does not fit the change is told and rules nothing`() throws {
        try withStory { shell in
            let result = try shell.serving(
                Shell.reviewing + """
                    rule -d "id=$(field id)" -d key=e -d amendment=nonsense; told
                    rule -d "id=$(field id)" -d key=A -d like=9; told
                    rule -d "id=$(field id)" -d key=q; told
                    rule -d "id=$(field id)" -d key=zz; told
                    annals decisions | head -1
                    """)
            #expect(
                result.all == """
                    303 nonsense does not say which field becomes what for example: object=&quot;US$35 million&quot; or time=2009
                    303 A is no answer to this change
                    303 there are changes that wait what is ruled stays ruled; the next review goes on here
                    303 no such key press one of those below
                    nobody ruled on anything yet
                    status 130

                    """)
        }
    }

    @Test func `whoever has not opened the printed link sees what waits and can rule on nothing`() throws {
        try withStory { shell in
            let result = try shell.serving(
                """
                curl -s "${url}review" > page.html
                grep -c 'severed trade ties' page.html; grep -c '<form' page.html; grep -c 'open the second link' page.html
                curl -s -o /dev/null -w '%{http_code}\\n' -H "Origin: ${url%/}" -d key=a "${url}review"
                """)
            #expect(result.all == "1\n0\n1\n403\nstatus 130\n")
        }
    }

    @Test func `a port that is taken is told, with the next step`() throws {
        try withStory { shell in
            let result = try shell.serving(
                #"port=${url##*:}; annals serve --port "${port%/}"; echo "second $?""#)
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
