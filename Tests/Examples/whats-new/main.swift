import AnnalsKit

let story = try Story(at: CommandLine.arguments.dropFirst().first ?? ".")
for change in try story.changes(from: "HEAD~1") {
    print(change.label, change.subject, "›", change.predicate, "›", change.object ?? "")
    for quote in change.quotes {
        print("    \"\(quote.words)\"", "\(quote.report):\(quote.line ?? 0)")
    }
}
