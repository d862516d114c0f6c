package import FactRepository
import Facts
package import TestSupport

extension News {
    /// A report of few sentences about few parties, so that reports meet in facts; some say a thing twice.
    package static func random(_ name: String, using random: inout SeededGenerator) -> News {
        let parties = ["Qatar", "Doha", "Yossi Cohen", "Cohen", "Israel", "US$30 million"]
        let predicates = ["pays", "met", "visited", "received", "lives in", "severed ties with"]
        let sentences = random.list(0...6) { random in
            Sentence(random.pick(parties), random.pick(predicates), random.pick(parties))
        }
        var news = News(name, sentences)
        news.title = random.pick([nil, "News", "Late news"])
        news.isPlaced = random.pick([true, false])
        return news
    }
}

extension Recording {
    /// Something that may happen to a story, most of it to reports that are there.
    package static func random(after model: StoryModel, using random: inout SeededGenerator) throws -> Recording {
        var recording = Recording()
        for name in Set(random.list(0...3) { $0.pick(["a", "b", "c", "d", "e"]) }).sorted() {
            let news = News.random(name, using: &random)
            try recording.add(news, by: random.pick([nil, "desk@1", "desk@1", "desk@2"]))
        }
        if random.pick([true, false, false]) { recording.vocabulary = random.pick(Vocabularies.all) }
        if let name = random.pick([nil, nil, model.reports.keys.sorted().first]) { recording.withdrawn = [name] }
        recording.isComplete = random.pick([true, false, false, false, false])
        return recording
    }
}
