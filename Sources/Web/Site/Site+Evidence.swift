import FactDiff
import Facts
import Rendering

extension Site {
    /// What is known of each report of a fact, dated as the text was that last changed what it says of the fact.
    ///
    /// A report that is published anew, and says the same of the fact, is no news of it: a page that told the newest date would change
    /// with every publication. What was set right of that text's record since counts, and so does who publishes it now.
    ///
    /// - Returns: the records, and the number of the text where it is not the first.
    func evidenceRecords(of fact: Fact) -> [ReportName: (record: ReportRecord, version: Int?)] {
        let place = story.changed[fact.id].flatMap { places[$0.id] }
        let names = Set(fact.claims.map(\.report))
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in record(of: name, at: place).map { (name, $0) } })
    }

    /// The same for the sides of a contradiction, as they stood at the last step of its life.
    func evidenceRecords(of life: ContradictionLife) -> [ReportName: ReportRecord] {
        let facts = life.latest.facts.compactMap { story.changed[$0] }.compactMap { places[$0.id] }
        let steps = life.steps.compactMap { places[$0.revision.id] }
        let names = Set(life.latest.sides.flatMap(\.self).map(\.report))
        let place = (facts + steps).min()
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in record(of: name, at: place).map { (name, $0.record) } })
    }

    private func record(of name: ReportName, at place: Int?) -> (record: ReportRecord, version: Int?)? {
        let texts = versions[name] ?? []
        let index = place.flatMap { place in texts.lastIndex { $0.places.contains(place) } } ?? texts.count - 1
        guard texts.indices.contains(index) else { return story.reports[name].map { ($0, nil) } }
        var record = texts[index].record
        if let newest = story.reports[name] { record.source = newest.source }
        return (record, index > 0 ? index + 1 : nil)
    }
}
