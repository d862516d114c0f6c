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
}
