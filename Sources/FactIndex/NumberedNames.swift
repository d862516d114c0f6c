import GRDB

/// The numbers of the names of a table; those that were used are kept at hand.
struct NumberedNames {
    /// More are forgotten, and looked up again.
    private static let limit = 1 << 18
    private let database: Database
    private let find: Statement
    private let insert: Statement
    private var known: [String: Int] = [:]

    init(_ table: String, _ database: Database) throws {
        self.database = database
        find = try database.cachedStatement(sql: "SELECT number FROM \(table) WHERE text = ?")
        insert = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (NULL, ?, ?)")
    }

    /// The number of a name, which is written as first known at a revision when it is new.
    mutating func number(of name: String, at revision: Int) throws -> Int {
        if let number = known[name] { return number }
        if known.count == Self.limit { known = [:] }
        let number = try Int.fetchOne(find, arguments: [name]) ?? add(name, at: revision)
        known[name] = number
        return number
    }

    private func add(_ name: String, at revision: Int) throws -> Int {
        try insert.execute(binding: name, revision)
        return Int(database.lastInsertedRowID)
    }
}
