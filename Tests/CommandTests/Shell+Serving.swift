import TestSupport

extension Shell {
    /// Serves the story of this folder, runs some lines of shell with `$url`, ends the server with a signal and gives its exit status.
    ///
    /// - Parameter options: more for `annals serve`, such as `-C ana`.
    func serving(_ lines: String, options: String = "", signal: String = "INT") throws -> CommandResult {
        try script(
            """
            mkfifo address; '\(Self.command)' serve --port 0 \(options) > address 2> errors.txt & server=$!
            read -r url < address
            \(lines)
            kill -\(signal) $server; wait $server; echo "status $?"
            """)
    }

    /// Shell functions of a person at the review: `page`, `field NAME` of its form, `rule FIELD…` and its answer, `told` in the end.
    static let reviewing = """
        curl -s -o /dev/null -c jar "$(sed -n 's/^Decide at //p' errors.txt)"
        page() { curl -s -b jar "${url}review$1"; }
        field() { page | sed -n "s/.*name=\\"$1\\" value=\\"\\([^\\"]*\\)\\".*/\\1/p" | head -1; }
        rule() { curl -s -o answer -w '%{http_code} ' -b jar -H "Origin: ${url%/}" -d "token=$(field token)" "$@" "${url}review"; }
        told() { page | sed -n 's/.*role="status"[^>]*>\\(.*\\)<\\/p>.*/\\1/p' | sed 's/<[^>]*>//g; s/[[:space:]][[:space:]]*/ /g' | head -1; }
        left() { page | grep -o '[0-9]* of [0-9]* changes are ruled on'; }

        """
}
