import FactDiff

/// The command's labels, apart from the library's types of the same names.
enum LabelsOfTheCommand {
    static let all = Headline.allCases.map(\.rawValue)
}
