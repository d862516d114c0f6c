/// Why a block of a report is not read: it is no part of what the report says.
package enum Boilerplate: String, Hashable, Sendable, CaseIterable {
    case title
    case repeated
    case sharing
    case comments
    case related
    case advertisement
    case credit
    case byline
    case timestamp
    case number
    case cookies
    case subscription
    case copyright
    case navigation
    case infobox
    case references
    case table
    case code
    case ornament

    /// The reason as a phrase.
    package var phrase: String {
        switch self {
        case .title: "it is the report's title"
        case .repeated: "the same words stand above"
        case .sharing: "it invites to share the page"
        case .comments: "it is about readers' comments"
        case .related: "it points to other reports"
        case .advertisement: "it is an advertisement"
        case .credit: "it credits a picture"
        case .byline: "it names the writer"
        case .timestamp: "it is the time of publication"
        case .number: "it is the page's number"
        case .cookies: "it is a notice about cookies"
        case .subscription: "it invites to subscribe or support"
        case .copyright: "it is a copyright notice"
        case .navigation: "it leads through the site"
        case .infobox: "it is part of an infobox"
        case .references: "it is part of a list of references"
        case .table: "it is a cell of a table"
        case .code: "it is program text"
        case .ornament: "it has no words"
        }
    }
}
