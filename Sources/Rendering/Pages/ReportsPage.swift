package import Facts

/// The reports of a revision: `annals reports`.
package struct ReportsPage: Page {
    /// The reports and how many claims each makes.
    package let reports: [(record: ReportRecord, claims: Int)]

    /// A page of reports; they are shown by name.
    package init(_ reports: [(record: ReportRecord, claims: Int)]) {
        self.reports = reports.sorted { $0.record.name < $1.record.name }
    }

    package var schema: String { "reports/1" }
    package var header: [String: JSONValue] { ["count": .integer(reports.count)] }

    package var items: [JSONValue] {
        reports.map { report in
            .object(
                (report.record.json.object ?? [:]).merging(["claims": .integer(report.claims)]) { _, count in count })
        }
    }

    package var document: Document {
        guard let first = reports.first else { return Document([.paragraph("no reports")]) }
        let command = "annals show \(first.record.name)"
        return Document([.table(table(reports.indices)), .blank, .next([[Span(command, .command)]])])
    }

    /// The reports in one part of the list.
    package func table(_ range: Range<Int>) -> Table {
        let columns: [Table.Column] = [
            .words("report"), .words("published"), .numbers("claims"), .words("source and title"),
        ]
        let rows = reports[range.clamped(to: reports.indices)].map { record, claims in
            [
                Line([record.name.span]), Line([Span(record.published?.edtf ?? "-")]),
                Line([Span(claims.grouped)]), record.heading,
            ]
        }
        return Table(columns, rows: rows)
    }
}

extension ReportRecord {
    /// `Gulf Ledger: Liberman tells of a secret trip`; empty when neither is known.
    var heading: Line {
        switch (source, title) {
        case (let source?, let title?): Line([Span(source, .strong), Span(":")]).then(title)
        case (let source?, nil): [Span(source, .strong)]
        case (nil, let title?): [Span(title)]
        case (nil, nil): []
        }
    }
}
