import GRDB

/// The tables of the index.
///
/// Revisions are numbered from 1 along the first parents. A row of `claim` or `report` holds from revision `since` on and before
/// revision `until`; without an `until` it holds at the tip. What is looked at by the thousand stands in `claim`, whose rows are
/// narrow; the claim itself, as stored, in `line` under the same number. `sum` is the ``RowSum`` of the row's place and of its
/// line or record. A `name` or an `entity` is there since the first revision that had it.
///
/// `words` has of each claim what it says, what it quotes, and the numbers of the entities that it names. `sentence` has the
/// words of all sentences of report texts as ``SearchedText`` numbers them, each text once.
enum Schema {
    /// Another one whenever the tables, or what is written into them, change: an index of another version is made anew.
    static let version = 3

    /// Makes the tables of an empty database.
    static func create(in database: Database) throws {
        try database.execute(sql: tables)
        try indexClaims(in: database)
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Has claims found by fact and by report, unless they are already.
    static func indexClaims(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE INDEX IF NOT EXISTS claim_fact ON claim(fact);
                CREATE INDEX IF NOT EXISTS claim_report ON claim(report);
                """)
    }

    /// Has claims found by nothing: who is about to write a great many sorts them afterwards in less time.
    static func dropClaimIndexes(in database: Database) throws {
        try database.execute(sql: "DROP INDEX IF EXISTS claim_fact; DROP INDEX IF EXISTS claim_report")
    }

    /// Tables whose rows two indexes of one story share, with an order that tells their rows apart.
    static let comparable = [
        ("revision", "SELECT * FROM revision ORDER BY number"),
        (
            "claim",
            """
            SELECT claim.since, until, fact, report.text, predicate.text, earliest, latest, line.record, sum
            FROM claim JOIN line ON line.claim = claim.number JOIN name AS report ON report.number = claim.report
            JOIN name AS predicate ON predicate.number = claim.predicate ORDER BY claim.number
            """
        ),
        (
            "report",
            """
            SELECT name.text, report.since, report.until, report.record, report.sum, text.key FROM report
            JOIN name ON name.number = report.name LEFT JOIN text ON text.number = report.text
            ORDER BY name.text, report.since
            """
        ),
        ("name", "SELECT * FROM name ORDER BY number"),
        ("entity", "SELECT * FROM entity ORDER BY number"),
        ("text", "SELECT key FROM text ORDER BY key"),
        ("words", "SELECT * FROM term"),
        ("sentence", "SELECT * FROM sentence_term"),
    ]

    /// Makes the table of the words of claims.
    static let words = """
        CREATE VIRTUAL TABLE words USING fts5(
            said, quoted, named, content='', tokenize="unicode61 remove_diacritics 2"
        )
        """

    /// Has 4 MB of words kept before they are written, which are then united sixteen parts at once instead of a little with each.
    static let gatherWords = "INSERT INTO words(words, rank) VALUES ('hashsize', 4194304), ('automerge', 0)"

    /// Adds the words of a claim.
    static let insertWords = "INSERT INTO words(rowid, said, quoted, named) VALUES (?, ?, ?, ?)"

    private static let tables = """
        CREATE TABLE revision (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, parent TEXT, recorded INTEGER NOT NULL,
            author TEXT NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, extractors TEXT NOT NULL,
            counts TEXT NOT NULL
        );
        CREATE TABLE name (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, since INTEGER NOT NULL);
        CREATE TABLE entity (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, since INTEGER NOT NULL);
        CREATE TABLE claim (
            number INTEGER PRIMARY KEY, since INTEGER NOT NULL, until INTEGER, fact BLOB NOT NULL,
            report INTEGER NOT NULL, predicate INTEGER NOT NULL, earliest INTEGER, latest INTEGER, sum INTEGER NOT NULL
        );
        CREATE TABLE line (claim INTEGER PRIMARY KEY, record TEXT NOT NULL);
        CREATE TABLE report (
            number INTEGER PRIMARY KEY, name INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
            text INTEGER, record TEXT NOT NULL, sum INTEGER NOT NULL
        );
        CREATE INDEX report_name ON report(name, since);
        CREATE INDEX report_text ON report(text);
        CREATE TABLE text (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
        CREATE TABLE contradiction (
            id TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (id, revision)
        ) WITHOUT ROWID;
        CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
        \(words);
        CREATE VIRTUAL TABLE term USING fts5vocab('words', 'col');
        CREATE VIRTUAL TABLE sentence USING fts5(words, content='', columnsize=0, tokenize="ascii");
        CREATE VIRTUAL TABLE sentence_term USING fts5vocab('sentence', 'row');
        """
}
