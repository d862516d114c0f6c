import Extraction
import FactRepository
import Facts

extension Story? {
    /// What reads texts here, by name; `nil` stands for the one that is used when nobody says.
    ///
    /// In a story, what was read once is kept beside its repository and not read again.
    func extractor(_ name: String?, _ vocabulary: Vocabulary) async throws -> any Extractor {
        let extractor = try await ExtractorCatalogue(of: self).extractor(name, vocabulary: vocabulary)
        guard let story = self else { return extractor }
        let folder = "\(story.folder)/\(FactRepository.folderName)/cache/readings"
        return CachingExtractor(extractor, cache: ReadingCache(in: folder))
    }
}
