import Facts

extension [Fact] {
    /// Facts that are named before the rest is counted.
    private static var named: Int { 5 }

    /// What rests on a fact that changed, and has not changed itself.
    func staleDetails(_ naming: Naming) -> [Entry.Detail] {
        let told = prefix(Self.named).map { fact in
            Entry.Detail.field(
                [Span("may be out of date", .strong)], naming.id(fact.id).then(fact.title(naming), gap: 2))
        }
        let rest = count - told.count
        return told + (rest > 0 ? [.note([Span("and \(rest.of("more fact")) that rest on it", .dim)])] : [])
    }

    /// How many rest on facts that are shown together, and the first of them; `nil` when there are none.
    func staleLine(_ naming: Naming) -> Line? {
        guard let first else { return nil }
        let others: Line = count > 1 ? [Span("· …", .dim)] : []
        let what = count == 1 ? "1 fact that rests on these" : "\(count.of("fact")) that rest on these"
        return Line([Span("\(what) may be out of date", .strong), Span(":")]).then(first.title(naming)).then(others)
    }
}

extension Fact {
    /// The fact as `changes/1` names one that rests on another.
    func staleJSON(_ naming: Naming) -> JSONValue {
        var members: [String: JSONValue] = ["fact": .string(id.letters)]
        members["subject"] = claims.first.map { .string(naming.name(of: $0.subject)) }
        members["predicate"] = claims.first.map { .string(naming.predicate(of: $0)) }
        if objectCount == 1 { members["object"] = claims.first?.object.map { .string(naming.name(of: $0)) } }
        return .object(members)
    }
}
