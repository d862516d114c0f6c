import Foundation
import Testing

@testable import Rendering

@Suite struct RuleWordsTests {
    @Test("every rule that can decide a change has words for people", arguments: ["ContentRules", "Alignment"])
    func everyRuleHasWords(file: String) throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../Sources/FactDiff/Comparison")
            .standardizedFileURL
        let source = try String(contentsOf: folder.appending(path: "\(file).swift"), encoding: .utf8)
        // A rule stands in a verdict, `(.label, "rule")`, or in `.rule(… "rule" …)`; only "same" has no hyphen.
        let patterns = [/\(\.[a-z]+, (?:isSameReport \? )?"([a-z-]+)"/, /"([a-z]+(?:-[a-z]+)+)"/]
        let rules = Set(patterns.flatMap { source.matches(of: $0).map { String($0.output.1) } })
        #expect(rules.count >= 2)
        for rule in rules.sorted() { #expect(RuleWords.phrase(for: rule) != nil, "\(rule)") }
    }

    @Test("a rule of a later version has no words") func unknownRule() {
        #expect(RuleWords.phrase(for: "rule-of-tomorrow") == nil)
    }
}
