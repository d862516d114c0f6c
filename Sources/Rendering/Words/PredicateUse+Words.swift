import FactDiff

extension PredicateUse {
    /// How many values a subject has; `nil` where too little is said to tell.
    var valuesPhrase: String? {
        guard subjects > 0, facts > 1 || reports > 1 else { return nil }
        switch (dividedSubjects, subjects) {
        case (0, 1): return "one, of one subject"
        case (0, _): return "one for each of \(subjects.grouped) subjects"
        case (_, 1): return "several, of one subject"
        case (let divided, _): return "several for \(divided.grouped) of \(subjects.grouped) subjects"
        }
    }
}
