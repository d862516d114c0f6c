import Extraction
import FactRepository
import Facts
import Linguistics

extension Story? {
    /// What reads texts here, by name; `nil` stands for the one that is used when nobody says.
    ///
    /// In a story, what was read once is kept beside its repository and not read again.
    func extractor(_ name: String?, _ vocabulary: Vocabulary) async throws -> any Extractor {
        let pipeline = try Pipeline.english()
        let extractor = EnglishReader(vocabulary: vocabulary, parse: { pipeline.parse(sentence: $0) })
        guard let story = self else { return extractor }
        let folder = "\(story.folder)/\(FactRepository.folderName)/cache/readings"
        return CachingExtractor(extractor, cache: ReadingCache(in: folder))
    }
}
