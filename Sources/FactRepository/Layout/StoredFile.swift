import Facts

/// What a file in a revision's tree is, by its path.
enum StoredFile {
    case format
    case vocabulary
    case bucket(BucketPlace)
    case record(ReportName)
    case text(ReportName)
    case factList(ReportName)
    case withheld(ReportName)
    case decisions

    /// The file at a path, or `nil` when the layout has none there.
    init?(path: String) {
        if path == Layout.format {
            self = .format
        } else if path == Layout.vocabulary {
            self = .vocabulary
        } else if path.hasPrefix(Layout.decisions + "/") {
            guard Self.isDecisionFile(path.dropFirst(Layout.decisions.count + 1)) else { return nil }
            self = .decisions
        } else if let place = BucketPlace(path: path) {
            self = .bucket(place)
        } else {
            self.init(reportPath: path)
        }
    }

    private static func isDecisionFile(_ name: Substring) -> Bool {
        let digits = Set("0123456789abcdef")
        return name == "entities" || name == "rules" || name.count == 2 && name.allSatisfy(digits.contains)
    }

    private init?(reportPath path: String) {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 4, let report = ReportName(names[2]) else { return nil }
        switch path {
        case Layout.record(of: report): self = .record(report)
        case Layout.text(of: report): self = .text(report)
        case Layout.factList(of: report): self = .factList(report)
        case Layout.withheld(of: report): self = .withheld(report)
        default: return nil
        }
    }

    /// The report whose folder the file is in, or `nil` when it is in none.
    var report: ReportName? {
        switch self {
        case .record(let name), .text(let name), .factList(let name), .withheld(let name): name
        case .format, .vocabulary, .bucket, .decisions: nil
        }
    }
}
