import Facts

// Reads JSON Lines of two sorts and scores what changes tell of the world and of the record: see RegisterEdits and
// TimeZoneReleases for what a row holds. A line that is neither ends the run.

struct UnknownRow: Error { let line: Int }
struct NothingToScore: Error {}

var (edits, releases): ([[String: JSONValue]], [[String: JSONValue]]) = ([], [])
var number = 0
while let line = readLine() {
    number += 1
    guard let row = try JSONParser.parse(line).object else { throw UnknownRow(line: number) }
    switch (row["sha"], row["rev"]) {
    case (.some, _): edits.append(row)
    case (_, .some): releases.append(row)
    default: throw UnknownRow(line: number)
    }
}
guard !(edits.isEmpty && releases.isEmpty) else { throw NothingToScore() }
if !edits.isEmpty { RegisterEdits(edits)?.run() }
if !releases.isEmpty { TimeZoneReleases(releases)?.run() }
