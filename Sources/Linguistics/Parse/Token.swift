/// A token of a text, with what the pipeline found of it.
package struct Token: Hashable, Sendable {
    /// Where it stands: UTF-8 bytes of the text.
    package var range: Range<Int>
    /// The characters of the token.
    package var text: String
    /// Whether one space follows that belongs to no token.
    package var isFollowedBySpace: Bool
    /// The spelling by which the model knows it: "n't" for "not" is "not".
    package var norm: String
    /// The fine-grained tag of the model's own set; Penn Treebank in English.
    package var tag: String = ""
    /// The universal part of speech.
    package var partOfSpeech: PartOfSpeech = .other
    /// The base form.
    package var lemma: String = ""
    /// The index of the token that governs it; its own index where nothing does.
    package var head: Int = 0
    /// How it depends on its head.
    package var label: DependencyLabel = .root

    /// A token as the tokenizer makes it, before anything is known of it.
    package init(range: Range<Int>, text: String, isFollowedBySpace: Bool, norm: String) {
        self.range = range
        self.text = text
        self.isFollowedBySpace = isFollowedBySpace
        self.norm = norm
    }
}

/// The seventeen universal parts of speech and white space.
///
/// Source: Universal Dependencies, https://universaldependencies.org/u/pos/.
package enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinatingConjunction = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinatingConjunction = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
    case space = "SPACE"
}

/// How a token depends on its head, in the model's own set of labels.
package struct DependencyLabel: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The label as the model writes it.
    package let rawValue: String

    /// A label.
    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }
}

/// The labels of English models: ClearNLP's guide to dependency labels.
///
/// Source: Choi and Palmer, "Guidelines for the CLEAR Style Constituent to Dependency Conversion" (2012).
extension DependencyLabel {
    package static let root = Self(rawValue: "ROOT")
    package static let clausalAdjunct = Self(rawValue: "acl")
    package static let adjectivalComplement = Self(rawValue: "acomp")
    package static let adverbialClause = Self(rawValue: "advcl")
    package static let adverbialModifier = Self(rawValue: "advmod")
    package static let agent = Self(rawValue: "agent")
    package static let adjectivalModifier = Self(rawValue: "amod")
    package static let apposition = Self(rawValue: "appos")
    package static let attribute = Self(rawValue: "attr")
    package static let auxiliary = Self(rawValue: "aux")
    package static let passiveAuxiliary = Self(rawValue: "auxpass")
    package static let caseMarker = Self(rawValue: "case")
    package static let coordinator = Self(rawValue: "cc")
    package static let clausalComplement = Self(rawValue: "ccomp")
    package static let compound = Self(rawValue: "compound")
    package static let conjunct = Self(rawValue: "conj")
    package static let clausalSubject = Self(rawValue: "csubj")
    package static let passiveClausalSubject = Self(rawValue: "csubjpass")
    package static let dative = Self(rawValue: "dative")
    package static let unclassified = Self(rawValue: "dep")
    package static let determiner = Self(rawValue: "det")
    package static let directObject = Self(rawValue: "dobj")
    package static let expletive = Self(rawValue: "expl")
    package static let interjection = Self(rawValue: "intj")
    package static let marker = Self(rawValue: "mark")
    package static let meta = Self(rawValue: "meta")
    package static let negation = Self(rawValue: "neg")
    package static let nominalModifier = Self(rawValue: "nmod")
    package static let nounPhraseAdverbial = Self(rawValue: "npadvmod")
    package static let subject = Self(rawValue: "nsubj")
    package static let passiveSubject = Self(rawValue: "nsubjpass")
    package static let numericModifier = Self(rawValue: "nummod")
    package static let objectPredicate = Self(rawValue: "oprd")
    package static let parataxis = Self(rawValue: "parataxis")
    package static let prepositionalComplement = Self(rawValue: "pcomp")
    package static let prepositionalObject = Self(rawValue: "pobj")
    package static let possessor = Self(rawValue: "poss")
    package static let preconjunct = Self(rawValue: "preconj")
    package static let predeterminer = Self(rawValue: "predet")
    package static let preposition = Self(rawValue: "prep")
    package static let particle = Self(rawValue: "prt")
    package static let punctuation = Self(rawValue: "punct")
    package static let quantifier = Self(rawValue: "quantmod")
    package static let relativeClause = Self(rawValue: "relcl")
    package static let openComplement = Self(rawValue: "xcomp")
}
