import GRDB

/// The tables of the index.
///
/// Revisions are numbered from 1 along the first parents. A row of `claim` or `report` holds from revision `since` on and before
/// revision `until`; without an `until` it holds at the tip. `sum` is the ``RowSum`` of its place and its record.
enum Schema {
    /// Another one whenever the tables, or what is written into them, change: an index of another version is made anew.
    static let version = 2

    /// Makes the tables of an empty database.
    static func create(in database: Database) throws {
        try database.execute(sql: tables)
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Tables whose rows two indexes of one story share, with an order that tells their rows apart.
    static let comparable = [
        ("revision", "SELECT * FROM revision ORDER BY number"),
        (
            "claim",
            """
            SELECT since, until, fact, report.text, predicate.text, earliest, latest, record, sum
            FROM claim JOIN name AS report ON report.number = claim.report
            JOIN name AS predicate ON predicate.number = claim.predicate ORDER BY since, record
            """
        ),
        (
            "report",
            "SELECT text, since, until, record, sum FROM report JOIN name ON name.number = report.name ORDER BY text, since"
        ),
        (
            "mention",
            """
            SELECT name.text, claim.since, claim.record FROM mention JOIN name ON name.number = mention.name
            JOIN claim ON claim.number = mention.claim ORDER BY claim.since, claim.record, name.text
            """
        ),
        ("words", "SELECT * FROM term"),
    ]

    private static let tables = """
        CREATE TABLE revision (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, parent TEXT, recorded INTEGER NOT NULL,
            author TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, extractors TEXT NOT NULL,
            counts TEXT NOT NULL
        );
        CREATE TABLE name (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
        CREATE TABLE claim (
            number INTEGER PRIMARY KEY, since INTEGER NOT NULL, until INTEGER, fact TEXT NOT NULL,
            report INTEGER NOT NULL, predicate INTEGER NOT NULL, earliest INTEGER, latest INTEGER,
            record TEXT NOT NULL, sum INTEGER NOT NULL
        );
        CREATE INDEX claim_fact ON claim(fact);
        CREATE INDEX claim_report ON claim(report);
        CREATE INDEX claim_predicate ON claim(predicate);
        CREATE INDEX claim_until ON claim(until) WHERE until IS NOT NULL;
        CREATE TABLE mention (
            name INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (name, claim)
        ) WITHOUT ROWID;
        CREATE TABLE report (
            number INTEGER PRIMARY KEY, name INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
            record TEXT NOT NULL, sum INTEGER NOT NULL
        );
        CREATE INDEX report_name ON report(name, since);
        CREATE TABLE contradiction (
            id TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (id, revision)
        ) WITHOUT ROWID;
        CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
        CREATE VIRTUAL TABLE words USING fts5(
            said, quoted, content='', tokenize="unicode61 remove_diacritics 2"
        );
        CREATE VIRTUAL TABLE term USING fts5vocab('words', 'col');
        """
}

/// A sum that shows a row to be damaged; of no use against somebody who means to deceive (FNV-1a, 64 bits).
struct RowSum {
    /// The sum of where a row holds and of what it says.
    static func of(since: Int, until: Int?, _ record: String) -> Int64 {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for number in [since, until ?? -1] {
            for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        for byte in record.utf8 { add(byte) }
        return Int64(bitPattern: sum)
    }
}
