import Facts
import Foundation
import Linguistics
import Testing

@testable import Extraction

/// The vocabulary that a new repository starts with.
enum Starter {
    static let vocabulary = Result { try VocabularyReader.read(text) }
    static let namer = vocabulary.map(PredicateNamer.init)

    static var text: String {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
            let file = root.appending(path: "Sources/annals/Vocabulary/starter.yaml")
            return try String(contentsOf: file, encoding: .utf8)
        }
    }
}

/// What each clause of a sentence is named, one line a clause: "subjects | words | objects role=word".
func namedClauses(of sentence: String) throws -> [String] {
    let text = try Pipeline.english().parse(sentence: sentence)
    let namer = try Starter.namer.get()
    return ClauseFinder.clauses(in: text).map { clause in
        let named = namer.name(clause, in: text)
        func word(_ token: Int) -> String { named.names[token] ?? text.tokens[token].text }
        func list(_ tokens: [Int]) -> String { tokens.map(word).joined(separator: " & ") }
        let roles = named.roles.mapValues(word).merging(named.choices) { first, _ in first }
        let tail = roles.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(list(named.subjects)) | \(named.words) | \(named.objectWords ?? list(named.objects))\(tail)"
    }
}

@Suite struct `Clauses are named in the words of the vocabulary` {
    @Test(arguments: [
        "Norland has cut its trade ties with Sweden.", "Norland would sever trade relations with Sweden.",
        "Trade ties with Sweden were severed by Norland in 2010.",
        "Norland is breaking off trade relations with Sweden.",
    ])
    func `whatever the tense, the voice and the order`(sentence: String) throws {
        #expect(try namedClauses(of: sentence) == ["Norland | severed ties with | Sweden kind=trade"])
    }

    @Test(arguments: [
        ("The president paid a secret visit to Jordan.", "president | visited | Jordan"),
        ("Jordan was visited by the president.", "president | visited | Jordan"),
        ("Maria Silva is the ambassador of Portugal to Japan.", "Portugal | has as ambassador | Silva to=Japan"),
        ("Talks between Egypt and Sudan were held in Doha.", "Egypt | held talks with | Sudan location=Doha"),
        ("There were contacts between Egypt and Sudan about water.", "Egypt | was in contact with | Sudan about=water"),
        (
            "Diplomatic relations between Egypt and Turkey were severed.",
            "Egypt | severed ties with | Turkey kind=diplomatic"
        ),
        ("The judge convicted the banker of fraud.", "banker | was convicted of | fraud by=judge"),
        ("Norway paid $5 million to the agency.", "Norway | paid | agency amount=million"),
        ("Norway pays the agency $5 million a year.", "Norway | pays | agency amount=million"),
        ("Germany delivered 20 tons of aid to Syria.", "Germany | delivered aid to | Syria amount=tons"),
        ("Police detained 30 protesters in Lima.", "Police | arrested | protesters location=Lima"),
        ("Labour won the election.", "Labour | won | election"),
        ("The company was founded in 1990.", "company | was founded in | 1990"),
        ("Lisbon described the attack as a crime.", "Lisbon | described | attack as=crime"),
        ("The bank raised interest rates to 4.5 percent.", "bank | raised | rates to=percent"),
        ("Spain sold weapons to Morocco.", "Spain | sold to | Morocco goods=weapons"),
    ])
    func `with the phrases that belong to the predicate in its roles`(sentence: String, claim: String) throws {
        #expect(try namedClauses(of: sentence) == [claim])
    }

    @Test(arguments: [
        ("The death toll of the earthquake rose to 120.", "earthquake | death toll | 120"),
        ("The population of Malta is 520,000.", "Malta | population | 520,000"),
        ("The earthquake killed 120 people.", "earthquake | death toll | people"),
        ("The gunman killed three people.", "gunman | killed | people"),
    ])
    func `a quantity is said of what it belongs to`(sentence: String, claim: String) throws {
        #expect(try namedClauses(of: sentence) == [claim])
    }

    @Test(arguments: [
        ("Ann Lee, former head of the Central Bank, left the party.", "Lee | held the office of | head in=Bank"),
        ("Mossad chief David Barnea left the party.", "Mossad | is headed by | Barnea"),
        ("French Prime Minister Anne Martin left the party.", "France | has as head of government | Martin"),
        ("Tom Hall, a journalist, left the party.", "Hall | is a | journalist"),
    ])
    func `an office is said of whose it is`(sentence: String, claim: String) throws {
        #expect(try namedClauses(of: sentence).contains(claim))
    }

    @Test(arguments: [
        ("Egypt lost hope.", "lost"), ("She attacked in the second half.", "killed"),
        ("Relations declined.", "refused"),
        ("The two sides saw contacts.", "considers"), ("The house was damaged.", "extent of damage"),
    ])
    func `a clause that does not fit a predicate is not named by it`(sentence: String, label: String) throws {
        let vocabulary = try Starter.vocabulary.get()
        let id = vocabulary.predicate(for: label).predicate.id

        for line in try namedClauses(of: sentence) {
            let words = line.split(separator: "|")[1].trimmingCharacters(in: .whitespaces)
            #expect(vocabulary.predicate(for: words).predicate.id != id)
        }
    }

    @Test func `no two predicates claim the same words of the same kind of thing`() throws {
        let vocabulary = try Starter.vocabulary.get()
        var numbers: [String: Int] = [:]
        let known = PredicateNamer.patterns(of: vocabulary, numbers: &numbers)
        var clashes: Set<String> = []
        for (index, a) in known.enumerated() {
            for b in known[(index + 1)...] where a.pattern == b.pattern && a.predicate.id < b.predicate.id {
                let (one, other) = (a.predicate, b.predicate)
                let isToldByTense = (one.kind == .state) != (other.kind == .state)
                let isToldByType = one.roles["object"]?.type != other.roles["object"]?.type
                if !isToldByTense, !isToldByType { clashes.insert("\(one.id) and \(other.id)") }
            }
        }
        #expect(clashes.isEmpty)
    }
}

@Suite struct `Predicates that the vocabulary does not know` {
    @Test(arguments: [
        "The clerk polished the lamp.", "The clerk has polished the lamp.", "The clerk will polish the lamp.",
        "The lamp was polished by the clerk.", "The clerk is polishing the lamp.",
        "The clerk may have polished the lamp.",
    ])
    func `have one form for every tense and voice`(sentence: String) throws {
        #expect(try namedClauses(of: sentence) == ["clerk | polished | lamp"])
    }

    @Test(arguments: [
        ("The bridge was repaired.", "bridge | was repaired | "), ("She is fond of music.", "She | is fond of | music"),
        ("The clerk stared at the lamp.", "clerk | stared at | lamp"),
        ("The clerk knows the lamp.", "clerk | knows | lamp"),
        ("The clerk knew the lamp.", "clerk | knows | lamp"),
    ])
    func `read well between subject and object`(sentence: String, claim: String) throws {
        #expect(try namedClauses(of: sentence) == [claim])
    }
}
