import Foundation

/// The command as people run it, asked for the same answers of a whole story and of a damaged one.
package struct Commands: Sendable {
    /// What a command said.
    struct Output: Hashable {
        let status: Int32
        let text: String
        let errors: String
    }

    private let program: String
    private static let lines = [
        ["log"], ["facts"], ["diff", "HEAD~2"], ["show", "report-a-2"], ["show", "HEAD~1"], ["history", "paid"],
        ["reports"], ["verify"],
    ]

    /// The command at a path.
    package init(program: String) { self.program = program }

    /// What each command says of the story in a folder.
    func outputs(in folder: String) throws -> [Output] {
        try Self.lines.map { line in
            let result = try Child([program] + line, in: folder).finish()
            return Output(status: result.status, text: result.output, errors: result.errors)
        }
    }

    /// Whether all say the same; what is neither the same nor a failure that says so is a fault.
    func compare(_ good: [Output], _ bad: [Output], _ place: String, _ tally: inout Tally) -> Bool {
        var isSame = true
        for ((line, good), bad) in zip(zip(Self.lines, good), bad) where line != ["verify"] {
            tally.count("command answers")
            if bad.status == good.status, bad.text == good.text { continue }
            isSame = false
            let name = "annals \(line.joined(separator: " "))"
            if bad.status != 2 {
                tally.fault("\(place): \(name) ends with \(bad.status) and another answer: \(bad.errors.prefix(200))")
            } else if !bad.errors.hasPrefix("error: ") || !bad.errors.contains("hint: ") {
                tally.fault("\(place): \(name) says no next step: \(bad.errors.prefix(200))")
            } else if !bad.text.isEmpty {
                tally.fault("\(place): \(name) fails after half an answer")
            }
        }
        if !isSame, bad.last?.status == 0 { tally.fault("\(place): annals verify does not name it") }
        return isSame
    }
}
