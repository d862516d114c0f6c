package import Facts

extension Report {
    /// The blocks of running text, in order; those that are no prose say why.
    ///
    /// How lines are wrapped and end, doubled spaces, and the typist's choice of quotation marks and dashes change nothing in their
    /// text. Takes time and room in proportion to the report.
    package var blocks: [Block] {
        var rules = BoilerplateRules(title: record.title)
        return unjudgedBlocks.map { rules.judged($0) }
    }

    private var unjudgedBlocks: [Block] {
        switch record.format {
        case .text: TextBlocks(text, from: record.bodyStart).blocks
        // A page that cannot be read is refused before it becomes a report.
        case .html: (try? HTMLPage(text)).map { HTMLBlocks($0).blocks } ?? []
        }
    }
}
