import Glibc
import Rendering

/// What the streams of this process are connected to.
enum Terminal {
    /// Whether people read standard output as it is written.
    static var isOutputInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Columns: those of the terminal, else `COLUMNS`, else 80; at least 40.
    static var width: Int {
        var size = winsize()
        if isOutputInteractive, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return max(40, Int(size.ws_col))
        }
        return max(40, environment("COLUMNS").flatMap(Int.init) ?? 80)
    }

    /// Rows of the terminal; 24 where there is none; at least 12.
    static var height: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
        return max(12, Int(size.ws_row))
    }

    /// Whether to colour standard output when nobody said: https://no-color.org and https://bixense.com/clicolors.
    static var wantsColour: Bool {
        if let forced = environment("CLICOLOR_FORCE"), forced != "0" { return true }
        return environment("NO_COLOR") == nil && environment("TERM") != "dumb" && isOutputInteractive
    }

    /// The colours that the terminal has.
    static var colours: TextStyle.Colours {
        let isRich = environment("COLORTERM") != nil || environment("TERM")?.contains("256") == true
        return isRich ? .extended : .basic
    }

    /// The value of a variable; `nil` when it is not set or empty.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Seconds from 1970-01-01T00:00:00Z.
    static var now: Int { time(nil) }
}
