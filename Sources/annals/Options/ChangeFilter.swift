import ArgumentParser
import FactDiff
import Facts

/// Which changes to show; a change passes when it fits every option given.
struct ChangeFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only changes with this label: added, updated, contradicted, …", valueName: "label"))
    var content: [Content] = []
    @Option(
        help: ArgumentHelp("Only changes due to: report, extractor, vocabulary, decision, mixed.", valueName: "cause"))
    var cause: [Cause] = []
    @Option(help: ArgumentHelp("Only facts about this entity.", valueName: "name"), completion: .entities)
    var subject: String?
    @Option(help: ArgumentHelp("Only facts of this predicate.", valueName: "words"), completion: .predicates)
    var predicate: String?
    @Option(help: ArgumentHelp("Only changes that involve this report.", valueName: "name"), completion: .reports)
    var report: String?

    /// The changes that pass.
    func filtered(_ changes: ChangeSet, _ vocabulary: Vocabulary) -> ChangeSet {
        changes.filter { change in
            let claims = change.lost + change.gained + [change.before, change.after].compactMap(\.self)
            return (content.isEmpty || content.contains(change.content))
                && (cause.isEmpty || cause.contains(change.cause))
                && (subject.map { name in claims.contains { $0.subject.entity == vocabulary.entity(named: name) } }
                    ?? true)
                && (predicate.map { words in
                    claims.contains { $0.predicate == vocabulary.predicate(for: words).predicate.id }
                } ?? true)
                && (report.map { name in claims.contains { $0.report.description == name } } ?? true)
        }
    }
}

extension Content: ChoiceArgument {}
extension Cause: ChoiceArgument {}
