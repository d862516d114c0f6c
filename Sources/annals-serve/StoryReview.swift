import Web
import WebServer
import annals

/// The review of a story, as the server asks for it.
struct StoryReview: ReviewPages {
    let story: ServedStory

    func page(_ query: [String: String], formToken: String?) throws -> SiteFile {
        try story.reviewPage(of: query["at"], formToken: formToken)
    }

    func submit(_ fields: [String: String]) throws -> String { try story.rule(fields) }
}
