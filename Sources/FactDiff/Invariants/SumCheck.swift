import Facts

/// Holds a whole to its parts: those of one time, or, where none is stated, of one report.
struct SumCheck {
    private let predicate: Predicate

    init(_ predicate: Predicate) { self.predicate = predicate }

    /// The wholes that their parts cannot add up to; none where a part is missing.
    func broken(_ wholes: [Claim], _ all: [String: [Claim]]) -> [BrokenInvariant] {
        guard !predicate.parts.isEmpty else { return [] }
        return wholes.compactMap { whole in
            let parts = predicate.parts.map { said(of: whole, among: all[$0] ?? []) }
            guard let quantity = whole.object?.quantity, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
            let figures = parts.map { $0.compactMap(\.object?.quantity) }
            let tolerance = predicate.roles["object"]?.tolerance
            guard Quantity.isBroken(sum: figures, of: quantity, tolerance: tolerance) == true else { return nil }
            return BrokenInvariant(
                rule: .sum, predicate: predicate.id, role: "object", allowed: predicate.parts.joined(separator: " + "),
                claims: [whole] + parts.flatMap(\.self))
        }
    }

    /// What is said of one part beside the whole: by the same report where it says something, else by all.
    private func said(of whole: Claim, among claims: [Claim]) -> [Claim] {
        let fitting = claims.filter { part in
            part.object?.quantity != nil && part.time?.edtf == whole.time?.edtf
                && (whole.time != nil || part.report == whole.report)
                && part.arguments.mapValues(\.identity) == whole.arguments.mapValues(\.identity)
        }
        let own = fitting.filter { $0.report == whole.report }
        return own.isEmpty ? fitting : own
    }
}
