package import Web

/// What people decide on the pages: the only thing that can be posted.
///
/// Asked from several threads at once; it may be slow.
package protocol ReviewPages: Sendable {
    /// The page of the next thing to decide, or of the one that a query such as `at=3` names.
    ///
    /// - Parameters:
    ///   - query: the fields after the `?` of the address.
    ///   - formToken: what each form must give back as its field `token`; `nil` when the visitor may only read.
    func page(_ query: [String: String], formToken: String?) throws -> SiteFile

    /// Does what a form asks.
    ///
    /// - Parameter fields: the form's fields.
    /// - Returns: the page to show next, such as `/review?at=4`.
    func submit(_ fields: [String: String]) throws -> String
}
