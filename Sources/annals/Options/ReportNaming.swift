import ArgumentParser
import Facts
import Rendering

/// What a text is called that has no name of its own, or another than it should.
struct ReportNaming: ParsableArguments {
    @Option(help: ArgumentHelp("The report's name, where one text is given or - is.", valueName: "report"))
    var name: String?

    func validate() throws {
        if let name, ReportName(name) == nil {
            throw ValidationError("--name is \(ReportName.rule), not '\(visible(name))'")
        }
    }

    /// The name to give, or `nil` to take each text's own.
    var reportName: ReportName? { name.flatMap { ReportName($0) } }

    /// The name under which what comes from standard input is shown when nobody gave it one.
    func reportName(reading paths: [String]) -> ReportName? {
        reportName ?? (paths == ["-"] ? ReportName("standard-input") : nil)
    }
}
