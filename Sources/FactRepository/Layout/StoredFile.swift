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
        guard names.count == 4, names[0] == Layout.reports, let report = ReportName(names[2]),
            names[1] == Layout.bin(of: report), let file = ReportFile(rawValue: String(names[3]))
        else { return nil }
        switch file {
        case .record: self = .record(report)
        case .text: self = .text(report)
        case .factList: self = .factList(report)
        case .withheld: self = .withheld(report)
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
