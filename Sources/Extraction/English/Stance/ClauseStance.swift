import Facts

/// In what way a clause says something: whether it is so, how surely, and in which mood.
struct ClauseStance: Hashable, Sendable {
    /// Whether it is said to be so.
    var polarity = Polarity.affirmed
    /// How sure.
    var certainty = Certainty.certain
    /// In what way, as a set; ``orderedModality`` is the stored order.
    private(set) var modality: Set<Modality> = []

    /// The modality in the order of the closed list.
    var orderedModality: [Modality] { Modality.allCases.filter(modality.contains) }

    /// Says the opposite.
    mutating func deny() { polarity = polarity == .affirmed ? .denied : .affirmed }

    /// Adds what a word contributes; the least sure word decides.
    mutating func add(_ word: Lexicon.Stance) {
        if let modality = word.modality { self.modality.insert(modality) }
        if let certainty = word.certainty, certainty.rank < self.certainty.rank { self.certainty = certainty }
        if word.isDenied { deny() }
    }

    /// Adds a mood.
    mutating func add(_ modality: Modality) { self.modality.insert(modality) }

    /// Reads "would" as what "will" is in speech that is reported.
    mutating func replaceConditional() { if modality.remove(.conditional) != nil { modality.insert(.expected) } }

    /// Takes a mood back.
    mutating func remove(_ modality: Modality) { self.modality.remove(modality) }
}
