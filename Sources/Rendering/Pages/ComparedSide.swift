package import Facts

/// What stands on one side of a comparison that is shown.
package enum ComparedSide: Hashable, Sendable {
    /// A recorded revision.
    case revision(Revision)
    /// Something without a repository: a file, by the name that the person gave.
    case named(String)
    /// Nothing: what the first revision is compared with.
    case nothing

    var json: JSONValue {
        switch self {
        case .revision(let revision):
            .object(["revision": .string(revision.id), "date": .string(revision.day.description)])
        case .named(let name): .object(["name": .string(name)])
        case .nothing: .null
        }
    }

    var line: Line {
        switch self {
        case .revision(let revision):
            Line([revision.span]).then("(\(revision.day))", .dim)
        case .named(let name): [Span(name, .strong)]
        case .nothing: [Span("nothing", .dim)]
        }
    }
}
