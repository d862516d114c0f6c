package import FactDiff
import Facts
package import Git

extension FactRepository {
    /// Every contradiction that the revisions up to `start` ever had, and what became of it; sorted by id.
    ///
    /// Compares each revision with the one before: cost by what changed in all of them, and all facts where the vocabulary did.
    package func contradictionLives(upTo start: ObjectID) throws(RepositoryError) -> [ContradictionLife] {
        var history: [(revision: Revision, changes: [ContradictionChange])] = []
        var previous: Snapshot?
        for (revision, snapshot) in try states(from: start).reversed() {
            history.append((revision, try contradictionChanges(from: previous, to: snapshot)))
            previous = snapshot
        }
        return ContradictionLife.lives(history)
    }

    /// What opened, closed or changed its label from one snapshot to another; `nil` stands for the empty story.
    package func contradictionChanges(
        from before: Snapshot?, to after: Snapshot
    ) throws(RepositoryError) -> [ContradictionChange] {
        let sides = try comparedSides(from: before, to: after)
        return ContradictionChange.all(from: sides.before, to: sides.after)
    }
}
