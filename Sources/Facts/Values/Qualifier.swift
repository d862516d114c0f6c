/// What a publisher puts beside a value that is not the value itself: `2,568,426 (2025 est.) note: residents only`.
package enum Qualifier: Hashable, Sendable {
    /// The time that the value refers to: "(2020)", "(FY2019/20)", "as of May 2021".
    case period(Time)
    /// The value is an estimate or a projection: "est.".
    case estimate
    /// Words that say of what part, or what else: "(Ukraine)", "(includes 12 km of tunnels)", "annual rate of change".
    case remark(String)
    /// A note at the end, without its mark: "note: data are in 2017 dollars".
    case note(String)
}

extension Value {
    /// The time that the value itself refers to, or `nil` when it names none.
    package var period: Time? {
        for case .period(let time) in qualifiers { return time }
        return nil
    }

    /// Whether the publisher calls the value an estimate.
    package var isEstimate: Bool { qualifiers.contains(.estimate) }

    /// What is said beside a number, in the order of the text; notes are apart.
    package var remarks: [String] {
        qualifiers.compactMap { if case .remark(let words) = $0 { words } else { nil } }
    }

    /// The notes, without their mark, in the order of the text.
    package var notes: [String] {
        qualifiers.compactMap { if case .note(let words) = $0 { words } else { nil } }
    }
}
