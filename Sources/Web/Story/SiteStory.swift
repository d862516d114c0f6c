package import Facts
package import Rendering

/// A story as a revision has it, for a site: everything that lists are made of.
///
/// What is too much to hold at once is asked of a ``StoryReader``.
package struct SiteStory: Sendable {
    /// What the story is called.
    package let title: String
    /// The revisions up to the one shown, newest first; at least one.
    package let revisions: [Revision]
    /// The revision that the front page compares with; `nil` where there is none before.
    package let since: Revision?
    /// The facts, by id.
    package let facts: [Fact]
    /// Every fact that there ever was, and the last revision that changed it.
    package let changed: [FactID: Revision]
    /// The reports, by name.
    package let reports: [ReportName: ReportRecord]
    /// Of every report that there ever was, the revisions that changed it and what is known of it there, oldest first; `nil` where
    /// it was withdrawn.
    package let versions: [ReportName: [(revision: Revision, record: ReportRecord?)]]
    /// The bytes of each text that a report ever had, by the digest in its record.
    package let textSizes: [Digest: Int]
    /// Every entity that was ever named.
    package let entities: Set<EntityKey>
    /// What cannot all hold, and the lives of all that ever did not.
    package let contradictions: ContradictionsPage
    /// What holds when.
    package let timeline: TimelinePage
    /// What people ruled, also where it is no longer in force.
    package let decisions: [Decision]
    /// What tells one vocabulary from another, with what was ruled on names.
    package let vocabulary: String
    /// What things are called.
    package let naming: Naming

    /// A story; its lists may come in any order but for the revisions.
    package init(
        title: String, revisions: [Revision], since: Revision?, facts: [Fact], changed: [FactID: Revision],
        reports: [ReportName: ReportRecord],
        versions: [ReportName: [(revision: Revision, record: ReportRecord?)]], textSizes: [Digest: Int],
        entities: Set<EntityKey>, contradictions: ContradictionsPage, timeline: TimelinePage, decisions: [Decision],
        vocabulary: String, naming: Naming
    ) {
        (self.title, self.revisions, self.since) = (title, revisions, since)
        (self.facts, self.changed, self.reports) = (facts, changed, reports)
        (self.versions, self.textSizes) = (versions, textSizes)
        (self.entities, self.contradictions) = (entities, contradictions)
        (self.timeline, self.decisions, self.vocabulary, self.naming) = (timeline, decisions, vocabulary, naming)
    }

    /// Letters of a fact's id that a page shows: enough to tell millions of one subject's facts apart, however many come later.
    package static let shortLength = 12
}

/// What is read of a story for one page or a few.
package protocol StoryReader: Sendable {
    /// All that a revision changed against the one before it.
    func changes(of revision: Revision) throws -> DiffPage
    /// All that changed from a revision to the one shown.
    func changes(since revision: Revision) throws -> DiffPage
    /// What became of a fact, and the fact as it is or last was; `nil` when there never was one.
    func history(of fact: FactID) throws -> HistoryPage?
    /// The words of a report as a revision has it; `nil` when it has no such report.
    func text(of report: ReportName, at revision: Revision) throws -> ReportText?
    /// What rests on a report as a revision has it, and since when.
    func blame(of report: ReportName, at revision: Revision) throws -> [BlamePage.Blamed]
}
