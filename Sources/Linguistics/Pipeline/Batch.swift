/// Texts, or pieces of long ones, that are read together: the weights are larger than the processor's caches, so fetching them
/// for each sentence alone takes longer than the arithmetic.
///
/// What is found in a piece does not depend on the others.
struct Batch {
    private(set) var places: [TokenizedText.Place] = []
    /// The tokens of each piece, in order.
    private(set) var pieces: [Range<Int>] = []
    /// For each piece the number of its text.
    private(set) var texts: [Int] = []

    /// So many tokens are enough.
    private static let length = 256

    /// Whether it should be read before more is added.
    var isFull: Bool { places.count >= Self.length }

    /// Adds a piece of a text.
    mutating func append(_ piece: ArraySlice<TokenizedText.Place>, of text: Int) {
        pieces.append(places.count..<(places.count + piece.count))
        places += piece
        texts.append(text)
    }
}
