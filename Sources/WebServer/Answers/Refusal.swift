import HTTPTypes

/// Why a request is not answered with what it asks for.
enum Refusal: Error, Hashable, Sendable {
    /// The target is not a path, or the form is not one.
    case malformed
    /// A form that is not from our pages, or a link that is not the one that was printed.
    case foreign
    /// There is no such page; the nearest that there is follows.
    case missing(nearest: PagePath?)
    /// The method is none of these.
    case method(allowed: String)
    /// The form is larger than any of ours.
    case large
    /// The target is longer than any of ours.
    case long
    /// The request's head is larger than any that a browser sends.
    case largeHead
    /// The request is for another host.
    case host
    /// The page could not be made.
    case fault

    var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .foreign: .forbidden
        case .missing: .notFound
        case .method: .methodNotAllowed
        case .large: .contentTooLarge
        case .long: .uriTooLong
        case .largeHead: .requestHeaderFieldsTooLarge
        case .host: .misdirectedRequest
        case .fault: .internalServerError
        }
    }

    /// The heading and what the visitor can do.
    var words: (heading: String, advice: String) {
        switch self {
        case .malformed: ("This request cannot be read", "Go on from the front page.")
        case .foreign:
            (
                "This must be sent from the story's own pages",
                "Open the link that annals serve printed, and go on from there."
            )
        case .missing:
            ("There is no such page", "The story may have moved on since the link was made. The nearest page:")
        case .method: ("Pages can only be read here", "Go on from the front page.")
        case .large: ("This is more than any form here sends", "Go back, and write less.")
        case .long: ("This address is longer than any here", "Go on from the front page.")
        case .largeHead: ("This request says more about itself than any here may", "Go on from the front page.")
        case .host: ("This server goes by another name", "Open the address that annals serve printed.")
        case .fault: ("This page could not be made", "The terminal in which annals serve runs says why.")
        }
    }

    /// Where the visitor may go on; `nil` where a link would lead to the same refusal.
    var link: PagePath? {
        switch self {
        case .missing(let nearest): nearest
        case .host, .foreign: nil
        default: PagePath(["index.html"])
        }
    }
}
