import GRDB

extension Statement {
    /// Executes it with values that are bound as they are, one by one: a list of them would put each in a box.
    func execute<each Value: StatementBinding>(binding value: repeat each Value) throws {
        // What was executed must be reset before anything is bound.
        setUncheckedArguments(StatementArguments())
        var place: CInt = 0
        for value in repeat each value {
            place += 1
            let code = ResultCode(rawValue: value.bind(to: sqliteStatement, at: place))
            guard code == .SQLITE_OK else { throw DatabaseError(resultCode: code, sql: sql) }
        }
        try execute()
    }
}
