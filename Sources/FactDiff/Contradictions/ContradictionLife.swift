package import Facts

/// A contradiction through the revisions: when it opened, what became of it, and whether it is open.
package struct ContradictionLife: Hashable, Sendable, Identifiable {
    /// One revision that opened it, closed it or changed its label.
    package struct Step: Hashable, Sendable {
        /// The revision.
        package let revision: Revision
        /// What became of it there.
        package let change: ContradictionChange
    }

    /// The revisions that touched it, oldest first; at least one.
    package let steps: [Step]
    /// The contradiction as it is, or as it last was.
    package let latest: Contradiction

    /// What tells it apart.
    package var id: ContradictionID { latest.id }
    /// Whether it is open in the last revision that was looked at.
    package var isOpen: Bool { steps.last?.change.after != nil }
    /// The step in which it opened, the last time.
    package var opened: Step? { steps.last { $0.change.kind == .opened } }
    /// The step in which it closed; `nil` while it is open.
    package var closed: Step? { isOpen ? nil : steps.last }
    /// How often it opened again.
    package var reopenings: Int { max(0, steps.count { $0.change.kind == .opened } - 1) }

    /// The lives that the changes of successive revisions tell of, oldest revision first; sorted by id.
    package static func lives(
        _ history: [(revision: Revision, changes: [ContradictionChange])]
    ) -> [ContradictionLife] {
        var steps: [ContradictionID: [Step]] = [:]
        for (revision, changes) in history {
            for change in changes { steps[change.id, default: []].append(Step(revision: revision, change: change)) }
        }
        return steps.sorted { $0.key < $1.key }.compactMap { ContradictionLife(steps: $0.value) }
    }

    private init?(steps: [Step]) {
        guard let last = steps.last else { return nil }
        self.steps = steps
        latest = last.change.latest
    }
}
