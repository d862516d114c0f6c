package import Facts

/// What happened to one report between two revisions.
package struct ReportChange: Hashable, Sendable {
    /// What happened to it.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case added
        /// The text is another.
        case edited
        /// The text is the same, the extractor another.
        case reread
        /// Only what is known about it changed: title, source, dates.
        case redescribed
        case withdrawn
        /// Other claims came of it, and nothing is known of why: a file of claims holds no word of a publisher.
        case changed
        /// No claims come of it any more, and nothing is known of why.
        case removed
    }

    /// The report.
    package let name: ReportName
    /// What happened to it.
    package let kind: Kind
    /// Whether an edit came without the publisher's word: no new notice, no new date of update.
    package let isSilent: Bool
    /// What is known of it before; `nil` when it was added.
    package let before: ReportRecord?
    /// What is known of it after; `nil` when it was withdrawn.
    package let after: ReportRecord?

    /// The change from one record to another, or `nil` when there is none.
    package init?(from before: ReportRecord?, to after: ReportRecord?) {
        guard before != after, let name = (after ?? before)?.name else { return nil }
        self.name = name
        self.before = before
        self.after = after
        guard let before, let after else {
            kind = before == nil ? .added : .withdrawn
            isSilent = false
            return
        }
        kind = before.digest != after.digest ? .edited : before.extractor != after.extractor ? .reread : .redescribed
        let isNoticed = after.notice != nil && after.notice != before.notice
        let isDatedAnew = [\ReportRecord.updated, \.published].contains {
            after[keyPath: $0] != nil && after[keyPath: $0] != before[keyPath: $0]
        }
        isSilent = kind == .edited && !isNoticed && !isDatedAnew
    }

    /// The same where publishers are not heard: of an edit nobody knows whether it was noticed, nor who took away what is gone.
    var withoutPublisher: ReportChange {
        let kind: Kind =
            switch self.kind {
            case .edited: .changed
            case .withdrawn: .removed
            case .added, .reread, .redescribed, .changed, .removed: self.kind
            }
        return ReportChange(self, kind: kind)
    }

    private init(_ change: ReportChange, kind: Kind) {
        (name, before, after) = (change.name, change.before, change.after)
        self.kind = kind
        isSilent = false
    }
}
