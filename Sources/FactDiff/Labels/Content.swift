/// What happened to what is said: the first axis of a change.
package enum Content: String, Hashable, Sendable, CaseIterable {
    /// A fact that was not there.
    case added
    /// A fact that is not there any more.
    case removed
    /// Nothing: the same is said in the same words.
    case unchanged
    /// The same meaning in another form.
    case reworded
    /// Strictly narrower somewhere and wider nowhere.
    case refined
    /// Strictly wider somewhere and narrower nowhere.
    case generalised
    /// Narrower here, wider there.
    case restated
    /// The same value of a state at another time.
    case recurred
    /// Incompatible, and the world moved on.
    case updated
    /// Incompatible, and the later report tells of an earlier world.
    case backfilled
    /// Incompatible at the same time, by the same source.
    case corrected
    /// Incompatible at the same time, both certain, both in the reporters' own voice, of different sources.
    case contradicted
    /// The same with somebody's word on at least one side.
    case disputed
    /// Incompatible, but time or certainty leave it open.
    case undetermined
    /// Another value of a predicate that may have many.
    case complementary
    /// One fact became several.
    case split
    /// Several facts became one.
    case merged

    /// The label of the same comparison with its sides exchanged.
    package var mirrored: Content {
        switch self {
        case .added: .removed
        case .removed: .added
        case .refined: .generalised
        case .generalised: .refined
        case .updated: .backfilled
        case .backfilled: .updated
        case .split: .merged
        case .merged: .split
        default: self
        }
    }

    /// How far the two sides are apart when a claim is compared with several: the nearest counts.
    ///
    /// The same for a label and its mirror. What a source says against itself comes before all else, a contradiction before a
    /// mere succession, so that they are seen.
    var distance: Int {
        switch self {
        case .corrected: 0
        case .unchanged: 1
        case .reworded: 2
        case .refined, .generalised: 3
        case .restated: 4
        case .recurred: 5
        case .contradicted: 6
        case .disputed: 7
        case .updated, .backfilled: 8
        case .undetermined: 9
        case .complementary: 10
        case .added, .removed, .split, .merged: 11
        }
    }

    /// Whether the two sides can hold together as one statement.
    var isCompatible: Bool {
        switch self {
        case .unchanged, .reworded, .refined, .generalised, .restated, .recurred: true
        default: false
        }
    }
}
