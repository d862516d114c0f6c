/// Gives each token a fine-grained tag: the best of a linear layer on its vector.
struct Tagger: Sendable {
    /// The tags by number.
    let tags: [String]
    private let weights: PackedWeights

    init(_ file: ModelFile, tags: [String], width: Int) throws(ModelError) {
        guard !tags.isEmpty else { throw ModelError("tagger", "it has no tags") }
        self.tags = tags
        weights = PackedWeights(
            try file.floats("tagger.weights", [tags.count, width]), columns: tags.count, depth: width,
            bias: try file.floats("tagger.bias", [tags.count]))
    }

    /// The number of each token's tag.
    func tag(_ vectors: [Float], count: Int, _ variant: Int32) -> [Int] {
        var scores = [Float](repeating: 0, count: count * weights.width)
        weights.apply(to: vectors, count: count, variant, into: &scores)
        return (0..<count).map { token in
            let row = token * weights.width
            var best = 0
            for tag in tags.indices where scores[row + tag] > scores[row + best] { best = tag }
            return best
        }
    }
}
