extension GitRepository {
    /// The commit `start` and all commits it descends from, by any parent, newest first.
    ///
    /// No commit comes before one that descends from it; among the rest the later committer time goes first, then
    /// the smaller id (the order of `git log --date-order`). Reads every commit once, and holds them all.
    package func ancestry(of start: ObjectID) throws(GitError) -> [HistoryEntry] {
        var sorting = AncestrySort()
        var open = [start]
        while let id = open.popLast() {
            guard sorting.isNew(id) else { continue }
            let commit = try commit(id)
            sorting.add(HistoryEntry(id: id, commit: commit))
            open += commit.parents
        }
        return sorting.sorted(from: start)
    }
}

/// Sorts a closed set of commits so that descendants come first.
///
/// After A. B. Kahn, "Topological sorting of large networks", 1962.
private struct AncestrySort {
    private var entries: [ObjectID: HistoryEntry] = [:]
    private var childCounts: [ObjectID: Int] = [:]

    func isNew(_ id: ObjectID) -> Bool { entries[id] == nil }

    mutating func add(_ entry: HistoryEntry) {
        entries[entry.id] = entry
        for parent in entry.commit.parents { childCounts[parent, default: 0] += 1 }
    }

    consuming func sorted(from start: ObjectID) -> [HistoryEntry] {
        var result: [HistoryEntry] = []
        // Sorted so that the next one is last; it is as long as the history is wide.
        var ready = [entries[start]].compactMap(\.self)
        while let entry = ready.popLast() {
            result.append(entry)
            for parent in entry.commit.parents {
                childCounts[parent, default: 0] -= 1
                guard childCounts[parent] == 0, let freed = entries[parent] else { continue }
                ready.insert(freed, at: ready.firstIndex { !goesLater($0, than: freed) } ?? ready.endIndex)
            }
        }
        return result
    }

    private func goesLater(_ a: HistoryEntry, than b: HistoryEntry) -> Bool {
        let (left, right) = (a.commit.committer.seconds, b.commit.committer.seconds)
        return left == right ? a.id > b.id : left < right
    }
}
