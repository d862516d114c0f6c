import Facts

/// Writes findings as test runners write their results, which every service of continuous integration reads.
///
/// A check that fails is a failure; what only deserves a look is told in `system-out`. No times: the same input gives the same
/// bytes. Source: https://github.com/testmoapp/junitxml, where the format is written down as far as it ever was.
enum JUnitRenderer {
    static func text(of page: some FindingsPage) -> String {
        let failures = page.findings.count { $0.level == .error }
        let counts = #"tests="\#(page.findings.count)" failures="\#(failures)" errors="0" skipped="0""#
        let name = attribute("annals check: \(page.subject)")
        let properties = """
                <properties>
                  <property name="revision" value="\(attribute(page.revision.id))"/>
                  <property name="recorded" value="\(page.revision.day)"/>
                </properties>

            """
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="annals" \(counts)>
              <testsuite name="\(name)" \(counts)>
            \(properties)\(page.findings.map { testCase($0, page.subject) }.joined())  </testsuite>
            </testsuites>

            """
    }

    private static func testCase(_ finding: Finding, _ subject: String) -> String {
        let place = finding.place.map { #" file="\#(attribute($0.file))" line="\#($0.line)""# } ?? ""
        let line = finding.place.map { "line \($0.line): " } ?? ""
        let name = attribute(line + finding.title)
        let head = #"    <testcase classname="annals.\#(attribute(subject))" name="\#(name)"\#(place)"#
        let body = content(([finding.message] + finding.quotations.map(\.line)).joined(separator: "\n"))
        switch finding.level {
        case .error:
            return """
                \(head)>
                      <failure type="\(attribute(finding.rule))" message="\(attribute(finding.message))">\(body)</failure>
                    </testcase>

                """
        case .warning:
            return """
                \(head)>
                      <system-out>\(content("warning: \(finding.rule): "))\(body)</system-out>
                    </testcase>

                """
        case .none: return "\(head)/>\n"
        }
    }

    private static func attribute(_ text: String) -> String { content(VisibleText(text, limit: limit).text) }

    /// Text between tags; what XML 1.0 cannot hold was made visible before.
    private static func content(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// Columns of a message before the rest of it is counted.
    private static let limit = 2000
}

extension Finding.Quotation {
    /// `against: "…" (ledger:12)`.
    fileprivate var line: String {
        let place = report.description + (range.map { ":\($0.line)" } ?? "")
        let said = words.isEmpty ? "no quotation" : "\"\(VisibleText(words).text)\""
        return "\(bearing): \(said) (\(place))"
    }
}
