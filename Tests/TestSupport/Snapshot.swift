import Foundation
public import Testing

/// Compares a text with the recorded file `snapshots/<name>`; `RECORD_SNAPSHOTS=1` writes the file anew and fails the run.
public func expectSnapshot(
    _ actual: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = root.appending(path: "snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        Issue.record("recorded snapshots/\(name): read it like code", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
    let found = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
        zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        ?? min(expected.count, found.count)
    guard line < max(expected.count, found.count) else { return }
    Issue.record(
        """
        snapshots/\(name):\(line + 1) differs
        recorded: \(line < expected.count ? expected[line] : "(nothing)")
        found:    \(line < found.count ? found[line] : "(nothing)")
        """, sourceLocation: sourceLocation)
}
