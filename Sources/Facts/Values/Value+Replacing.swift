/// How two values compare of which one took the place of the other in a table.
///
/// A table states one figure to a cell and rounds it: so the zeros at the end of 26,400 may be rounding, and a figure without a
/// unit, or one that leaves open of what it is, has the unit of the figure that it replaced.
extension Value {
    /// How this value stands to the one whose place it took, and how equal the two are.
    package func comparison(
        replacing other: Value, in role: Role?, vocabulary: Vocabulary
    ) -> (relation: Relation, equality: Equality) {
        guard case .quantity(let a) = content, case .quantity(let b) = other.content, self != other else {
            return comparison(with: other, in: role, vocabulary: vocabulary)
        }
        let remarks = remarkRelation(to: other)
        let (first, second) = (a.assumingUnit(of: b), b.assumingUnit(of: a))
        let equality = first.equalityWithRounding(to: second)
        let number = first.relationWithRounding(to: second, equality, role?.tolerance)
        let unit: Relation = a.unit == first.unit ? (b.unit == second.unit ? .same : .narrower) : .wider
        let relation = Relation.combined([number, unit, remarks])
        if equality == .precision { return (relation, relation == number ? .precision : .different) }
        return (relation, relation == .same ? equality : .different)
    }

    /// How what is said beside this number stands to what is said beside another.
    ///
    /// Notes, and a remark that only one of the two has, are form.
    func remarkRelation(to other: Value) -> Relation {
        let (a, b) = (Set(remarks.map(\.foldedForm)), Set(other.remarks.map(\.foldedForm)))
        if a.isSubset(of: b) || b.isSubset(of: a) { return .same }
        let (own, others) = (remarks.joined(separator: ", "), other.remarks.joined(separator: ", "))
        return TextForm(own).relation(to: TextForm(others))
    }
}

extension Quantity {
    /// The same number in the other's unit, when it has none of its own, or leaves open of what.
    fileprivate func assumingUnit(of other: Quantity) -> Quantity {
        unit == .none || other.unit.saysOfWhat(unlike: unit) && other.unit.ofWhatever == unit
            ? Quantity(form, unit: other.unit) : self
    }

    /// Like ``equality(to:)``, with zeros at the end taken as rounding.
    fileprivate func equalityWithRounding(to other: Quantity) -> Equality {
        let plain = equality(to: other)
        guard plain == .different, let (coarse, fine) = byPrecision(with: other) else { return plain }
        return coarse.isRounding(of: fine) ? .precision : .different
    }

    private func byPrecision(with other: Quantity) -> (coarse: WrittenNumber, fine: WrittenNumber)? {
        guard case .figure(let a) = form, case .figure(let b) = other.form, unit == other.unit else { return nil }
        let (first, second) = (a.roundedToSignificantDigits, b.roundedToSignificantDigits)
        guard first.precision != second.precision else { return nil }
        return first.precision > second.precision ? (first, second) : (second, first)
    }

    /// Of one number written twice, the more precise is the narrower.
    fileprivate func relationWithRounding(
        to other: Quantity, _ equality: Equality, _ tolerance: DecimalNumber?
    ) -> Relation {
        if equality.isSameMeaning { return .same }
        guard equality == .precision, let (_, fine) = byPrecision(with: other), case .figure(let own) = form else {
            return relation(to: other, tolerance: tolerance)
        }
        return own.value == fine.value ? .narrower : .wider
    }
}
