import FactRepository
import FoundationEssentials
import GRDB
import StoryTestSupport
import Testing

@testable import FactIndex

@Suite struct `A statement's values` {
    @Test func `are bound anew each time`() throws {
        try DatabaseQueue().write { database in
            try database.execute(
                sql: "CREATE TABLE thing (number INTEGER PRIMARY KEY, word TEXT, bytes BLOB, rest ANY)")
            let insert = try database.makeStatement(sql: "INSERT INTO thing VALUES (?, ?, ?, ?)")
            try insert.execute(binding: 1, "é \u{1F600}", Data([0, 255]), -7 as Int64?)
            try insert.execute(binding: 2, "", Data(), nil as Int?)
            #expect(throws: DatabaseError.self) { try insert.execute(binding: 2, "again", Data(), 0) }
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM thing ORDER BY number")
            #expect(
                rows == [
                    ["number": 1, "word": "é \u{1F600}", "bytes": Data([0, 255]), "rest": -7],
                    ["number": 2, "word": "", "bytes": Data(), "rest": nil],
                ])
        }
    }

    @Test func `make rows of the kinds that the tables name`() throws {
        try withStory { story in
            try story.record(day: 1) { try $0.add(News("a", [.init("Qatar", "pays", "US$30 million")])) }
            let index = try FactIndex(of: story)
            try index.update(to: try #require(try story.tip()))
            let kinds = try index.read { database in
                try String.fetchAll(database, sql: "SELECT typeof(record) || ' ' || typeof(fact) FROM line JOIN claim")
            }
            #expect(kinds == ["text blob"])
        }
    }
}
