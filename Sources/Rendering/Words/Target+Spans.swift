package import Facts

extension Revision {
    /// Its short id, leading to its page.
    package var span: Span { Span(shortID, .id, of: .revision(id)) }
}

extension ReportName {
    /// The name, as a place where something is said.
    package var span: Span { Span(description, .place, of: .report(self)) }
}
