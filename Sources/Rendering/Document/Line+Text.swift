extension Line {
    /// The words without any layout.
    var text: String {
        parts.map { part in
            switch part {
            case .span(let span): span.text.text
            case .gap(let count): String(repeating: " ", count: count)
            case .tie: " "
            }
        }.joined()
    }
}
