import Foundation
import TestSupport
import Testing

/// The manual pages say what the commands say of themselves.
@Suite struct ManualTests {
    @Test func `every command has a page with its options and its examples`() throws {
        try withShell { shell in
            try shell.succeed("manual", "--output", "pages")
            let names = try FileManager.default.contentsOfDirectory(atPath: shell.folder + "/pages").sorted()
            let commands = try shell.succeed("help").all.matches(of: /\n {2}([a-z]+) {2,}/).map { String($0.1) }
            #expect(
                Set(names).isSuperset(of: commands.map { "annals-\($0).1" } + ["annals.1", "annals-extractor-list.1"]))
            for command in commands {
                let page = try shell.succeed("manual", command).all
                #expect(page.hasPrefix(".TH ANNALS-\(command.uppercased()) 1"))
                #expect(page.contains("\n.SH EXAMPLES\n.nf\nannals "), "\(command)")
                let help = try shell.succeed("help", command).all
                for option in help.matches(of: /\n {2}(?:-[A-Za-z], )?--([a-z-]+)/).map({ String($0.1) }) {
                    #expect(
                        page.contains("\\-\\-" + option.replacingOccurrences(of: "-", with: "\\-")),
                        "\(command) \(option)")
                }
            }
        }
    }

    @Test func `no line of a page is taken for a request that it is not`() throws {
        try withShell { shell in
            let page = try shell.succeed("manual").all
            let requests: Set<Substring> = [".TH", ".SH", ".TP", ".PP", ".nf", ".fi"]
            for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
                #expect(requests.contains(line.prefix { $0 != " " }), "\(line)")
            }
            #expect(page.utf8.allSatisfy { $0 < 0x80 })
            #expect(try shell.annals(["manual", "dif"]).errors.contains("did you mean diff?"))
        }
    }
}
