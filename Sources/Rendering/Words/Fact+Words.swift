import FactDiff
import Facts

extension Fact {
    /// The claim that tells of the fact: the latest published, among these the one that begins last, then by report and id.
    func leader(_ reports: [ReportName: ReportRecord]) -> Claim? {
        func rank(_ claim: Claim) -> (Int, Int) {
            let published = reports[claim.report]?.published?.start.earliest
            return (published ?? .min, claim.time?.start.earliest ?? .min)
        }
        return claims.max { a, b in
            let (x, y) = (rank(a), rank(b))
            return x == y ? (b.report, b.id) < (a.report, a.id) : x < y
        }
    }

    /// How many objects its claims name: more than one where the object does not tell the fact apart.
    var objectCount: Int { Set(claims.compactMap(\.object?.identity)).count }

    /// Subject, predicate, and the object where all claims name the same.
    func title(_ naming: Naming) -> Line {
        claims.first.map { objectCount == 1 ? naming.title(of: $0) : naming.head(of: $0) } ?? []
    }

    /// Short id, predicate, values, and how many stand behind it.
    func summary(_ naming: Naming, reports: [ReportName: ReportRecord], mark: Headline?) -> Line {
        guard let leader = leader(reports) else { return [] }
        let hedges = leader.hedges.map { Line([Span($0, .strong)]) }.commaSeparated
        let marked: Line = mark.map { Line([Span($0.glyph, .glyph)]).tied($0.rawValue, .word) } ?? []
        let others = objectCount - 1
        let more: Line = others > 0 ? [Span("and \(others.of("other value"))", .dim)] : []
        return [
            naming.id(id), naming.predication(of: leader).then(more), hedges, backing(of: leader, reports),
            marked,
        ].spaced(2)
    }

    /// How many say what one of its claims says: `1 of 4 reports`, or all that stand behind it.
    private func backing(of claim: Claim, _ reports: [ReportName: ReportRecord]) -> Line {
        let all = Set(claims.map(\.report)).count
        let agreeing = Set(claims.filter { $0.says(claim) }.map(\.report)).count
        guard agreeing < all else { return reach(reports) }
        return Line([Span(agreeing.grouped, .dim)]).tied("of", .dim).tied(all.grouped, .dim).tied("reports", .dim)
    }

    /// How many stand behind it: `2 reports / 2 sources`, or `1 report`.
    func reach(_ reports: [ReportName: ReportRecord]) -> Line {
        let names = Set(claims.map(\.report))
        let sources = Set(names.map { reports[$0]?.sourceOrName ?? $0.description })
        let line = Line([Span(names.count.grouped, .dim)]).tied(names.count == 1 ? "report" : "reports", .dim)
        guard names.count > 1 else { return line }
        return line.tied("/", .dim).tied(sources.count.grouped, .dim)
            .tied(sources.count == 1 ? "source" : "sources", .dim)
    }

    /// The fact and its claims as they are stored.
    func json(_ naming: Naming, reports: [ReportName: ReportRecord], mark: Headline?) -> JSONValue {
        var members: [String: JSONValue] = ["fact": .string(id.letters), "claims": .array(claims.map(\.json))]
        let leader = leader(reports)
        members["subject"] = leader.map { .string(naming.name(of: $0.subject)) }
        members["predicate"] = leader.map { .string(naming.predicate(of: $0)) }
        members["object"] = leader?.object.map { .string(naming.name(of: $0)) }
        members["time"] = leader?.time.map { .string($0.edtf) }
        members["reports"] = .strings(Set(claims.map(\.report)).sorted().map(\.description))
        let sources = Set(claims.map { reports[$0.report]?.sourceOrName ?? $0.report.description })
        members["sources"] = .strings(sources.sorted())
        members["open"] = mark.map { .string($0.rawValue) }
        return .object(members)
    }
}

extension Claim {
    /// Whether it says the same values as another, whatever its time and its words.
    fileprivate func says(_ other: Claim) -> Bool {
        polarity == other.polarity && object?.identity == other.object?.identity
            && arguments.mapValues(\.identity) == other.arguments.mapValues(\.identity)
    }
}
