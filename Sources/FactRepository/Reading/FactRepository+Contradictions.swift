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
            let sides = try comparedSides(from: previous, to: snapshot)
            history.append((revision, ContradictionChange.all(from: sides.before, to: sides.after)))
            previous = snapshot
        }
        return ContradictionLife.lives(history)
    }
}
