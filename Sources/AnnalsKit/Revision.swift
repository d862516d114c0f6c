import Facts

/// One recorded state of a story.
public struct Revision: Hashable, Sendable, Identifiable {
    /// The git commit, 40 hexadecimal digits.
    public let id: String
    /// The day on which it was recorded, UTC: `2020-02-25`.
    public let day: String
    /// What the person who recorded it says.
    public let message: String
    /// Who recorded it.
    public let author: String

    init(_ revision: Facts.Revision) {
        id = revision.id
        day = revision.day.description
        message = revision.message
        author = revision.author
    }
}
