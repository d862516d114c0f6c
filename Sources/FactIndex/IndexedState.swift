import FactRepository
import Facts
import Git
import GRDB

/// A story as the index has it at one revision; all but what is known of reports is read from the repository.
struct IndexedState: StoryState {
    let number: Int
    let revision: Revision
    private let snapshot: Snapshot
    private let index: FactIndex

    init(_ number: Int, in index: FactIndex) throws(IndexError) {
        let revision = try index.revision(number)
        snapshot = try IndexError.wrapping(FactIndex.fileName) {
            guard let id = ObjectID(hex: revision.id) else {
                throw IndexError("revision \(number) in it is damaged", FactIndex.fileName)
            }
            return try index.repository.snapshot(id)
        }
        (self.number, self.revision, self.index) = (number, revision, index)
    }

    var recorded: Day { revision.day }

    func record(of report: ReportName) throws(RepositoryError) -> ReportRecord? {
        do {
            return try index.record(of: report, at: number)
        } catch {
            // The repository knows what the index cannot tell.
            return try snapshot.record(of: report)
        }
    }

    func text(of report: ReportName) throws(RepositoryError) -> [UInt8]? { try snapshot.text(of: report) }

    func vocabulary() throws(RepositoryError) -> Vocabulary { try snapshot.vocabulary() }

    func withheld(of report: ReportName) throws(RepositoryError) -> Set<ClaimID> {
        try snapshot.withheld(of: report)
    }

    func decisions(onContradictionsOf facts: Set<FactID>) throws(RepositoryError) -> [Decision] {
        try snapshot.decisions(onContradictionsOf: facts)
    }
}

extension FactIndex {
    /// What is known of a report at a revision; `nil` when there is no such report.
    func record(of report: ReportName, at number: Int) throws(IndexError) -> ReportRecord? {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT since, until, record, sum FROM report
                    WHERE name = (SELECT number FROM name WHERE text = ?) AND since <= ? AND ifnull(until, ?) > ?
                    """)
            let row = try Row.fetchOne(statement, arguments: [report.description, number, Int.max, number])
            return try row.map(Self.record)
        }
    }

    /// - Throws: ``IndexError`` when the row is not as it was written.
    static func record(row: Row) throws -> ReportRecord {
        let text: String = row["record"]
        guard RowSum.of(since: row["since"], until: row["until"], RowSum.of(text.utf8)) == row["sum"],
            let json = try? JSONParser.parse(Array(text.utf8)), let record = ReportRecord(json: json)
        else { throw IndexError("a report in it is damaged", fileName) }
        return record
    }
}
