/// The tables of an exported file, and what their columns hold.
enum ExportSchema {
    static let tables = """
        CREATE TABLE documentation (
            "table" TEXT NOT NULL, "column" TEXT NOT NULL, meaning TEXT NOT NULL, PRIMARY KEY ("table", "column")
        );
        CREATE TABLE revision (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day TEXT NOT NULL, author TEXT NOT NULL,
            kind TEXT NOT NULL, message TEXT NOT NULL
        );
        CREATE TABLE report (
            name TEXT NOT NULL, since INTEGER NOT NULL REFERENCES revision(number),
            until INTEGER REFERENCES revision(number), title TEXT, source TEXT, published TEXT, updated TEXT, url TEXT,
            language TEXT, extractor TEXT, digest TEXT NOT NULL, PRIMARY KEY (name, since)
        );
        CREATE TABLE claim (
            number INTEGER PRIMARY KEY, fact TEXT NOT NULL, report TEXT NOT NULL,
            since INTEGER NOT NULL REFERENCES revision(number), until INTEGER REFERENCES revision(number),
            subject TEXT NOT NULL, subject_entity TEXT, predicate TEXT NOT NULL, predicate_text TEXT NOT NULL,
            object TEXT, object_entity TEXT, time TEXT, polarity TEXT NOT NULL, certainty TEXT NOT NULL,
            modality TEXT NOT NULL, attribution TEXT NOT NULL, quote TEXT, said TEXT NOT NULL, json TEXT NOT NULL
        );
        CREATE INDEX claim_fact ON claim(fact);
        CREATE INDEX claim_report ON claim(report);
        CREATE INDEX claim_predicate ON claim(predicate);
        CREATE TABLE argument (
            claim INTEGER NOT NULL REFERENCES claim(number), role TEXT NOT NULL, value TEXT NOT NULL, entity TEXT,
            PRIMARY KEY (claim, role)
        );
        CREATE TABLE quotation (
            claim INTEGER NOT NULL REFERENCES claim(number), place INTEGER NOT NULL, quote TEXT NOT NULL,
            "start" INTEGER, "end" INTEGER, line INTEGER, PRIMARY KEY (claim, place)
        );
        CREATE VIEW current_claim AS SELECT * FROM claim WHERE until IS NULL;
        CREATE VIEW fact AS
            SELECT fact, min(since) AS first_known, count(*) FILTER (WHERE until IS NULL) AS claims,
            count(DISTINCT report) FILTER (WHERE until IS NULL) AS reports, subject, predicate
            FROM claim GROUP BY fact;
        CREATE VIRTUAL TABLE claim_words USING fts5(
            said, quote, tokenize="unicode61 remove_diacritics 2"
        );
        """

    static let documentation = [
        ("revision", "number", "From 1 for the first revision to the newest."),
        ("revision", "id", "The git commit, 40 hexadecimal digits."),
        ("revision", "day", "When it was recorded, UTC, YYYY-MM-DD."),
        ("revision", "author", "Who recorded it."),
        ("revision", "kind", "begin, record, withdraw, vocabulary, bridge, decision or merge."),
        ("revision", "message", "What was said of it."),
        ("report", "name", "The report."),
        ("report", "since", "The first revision that had it as described here."),
        ("report", "until", "The first revision that no longer did; null while it stands."),
        ("report", "title", "Its title."),
        ("report", "source", "Who published it."),
        ("report", "published", "When, EDTF."),
        ("report", "updated", "When it was last updated, EDTF."),
        ("report", "url", "Where."),
        ("report", "language", "Its language, BCP 47."),
        ("report", "extractor", "What read it."),
        ("report", "digest", "SHA-256 of its bytes."),
        ("claim", "number", "A number of this file only."),
        ("claim", "fact", "The fact that it is about: equal for claims about the same thing."),
        ("claim", "report", "The report that says so."),
        ("claim", "since", "The first revision that had it."),
        ("claim", "until", "The first revision that no longer had it; null while it stands."),
        ("claim", "subject", "Who or what it is about, as written."),
        ("claim", "subject_entity", "The same as the vocabulary knows it; null for what is no name."),
        ("claim", "predicate", "The id of the predicate."),
        ("claim", "predicate_text", "The predicate as written."),
        ("claim", "object", "The other party or the value, as written."),
        ("claim", "object_entity", "The same as the vocabulary knows it; null for what is no name."),
        ("claim", "time", "When it holds in the world, EDTF."),
        ("claim", "polarity", "affirmed or denied."),
        ("claim", "certainty", "How sure the report is."),
        ("claim", "modality", "In what way it is said: planned, reported, ..."),
        ("claim", "attribution", "Who says so inside the report; empty for the reporter."),
        ("claim", "quote", "The first quotation that it rests on."),
        ("claim", "said", "All its words, to search in."),
        ("claim", "json", "The claim as the repository stores it."),
        ("argument", "claim", "The claim's number."),
        ("argument", "role", "The role, such as place or amount."),
        ("argument", "value", "The value as written."),
        ("argument", "entity", "The same as the vocabulary knows it; null for what is no name."),
        ("quotation", "claim", "The claim's number."),
        ("quotation", "place", "From 1."),
        ("quotation", "quote", "The words of the report."),
        ("quotation", "start", "Their first byte in the report; null where they stand nowhere."),
        ("quotation", "end", "The byte after the last."),
        ("quotation", "line", "The line of the first byte, from 1."),
        ("current_claim", "*", "The claims of the newest revision: columns of claim."),
        ("fact", "first_known", "The first revision that had any claim of the fact."),
        ("fact", "claims", "How many claims of the newest revision are about it; 0 for a fact that is gone."),
        ("fact", "reports", "How many reports of the newest revision say something of it."),
        ("claim_words", "*", "Full-text search: WHERE claim_words MATCH 'word'; rowid is claim.number."),
    ]
}
