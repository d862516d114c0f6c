import ArgumentParser
import Dispatch

extension Annals {
    /// The command that the arguments of this process ask for, with its options.
    ///
    /// The first word chooses it and its own options alone are read: going through the tree of all commands takes a tenth of a short
    /// run. What that does not understand (help, a mistake, a command of commands) is read again by the tree, whose words it gets.
    /// - Throws: a ``Failure`` for a word that is no command; else the parser's own errors.
    static func command(for words: [String]) throws -> any ParsableCommand {
        prepareParser()
        let arguments = commandFirst(words)
        if let type = type(named: arguments.first), type.isWithoutSubcommands,
            let command = try? type.parseAsRoot(Array(arguments.dropFirst())), Swift.type(of: command) == type
        {
            return command
        }
        if let failure = mistypedCommand(arguments) { throw failure }
        return try parseAsRoot(arguments)
    }

    /// Has another thread, which has nothing to do yet, read options that most commands have.
    ///
    /// For each type of option the runtime goes through all conformances of the program, once: a tenth of a short run.
    private static func prepareParser() {
        DispatchQueue.global().async { _ = try? OutputOptions.parse([]) }
    }

    /// Options that may stand before the command, as git has it, and how many words each takes.
    private static let leading = ["-C": 2, "--color": 2, "--no-pager": 1]

    /// The arguments with the command before the options that stand before it.
    private static func commandFirst(_ arguments: [String]) -> [String] {
        var place = 0
        while place < arguments.count, let words = leading[arguments[place]] { place += words }
        guard place > 0, place < arguments.count else { return arguments }
        return [arguments[place]] + arguments[..<place] + arguments[(place + 1)...]
    }

    private static func type(named name: String?) -> (any ParsableCommand.Type)? {
        for group in configuration.groupedSubcommands {
            if let type = group.subcommands.first(where: { $0._commandName == name }) { return type }
        }
        return nil
    }

    /// A word that stands for a command and is none, with the nearest that is.
    private static func mistypedCommand(_ arguments: [String]) -> Failure? {
        guard let word = arguments.first == "help" ? arguments.dropFirst().first : arguments.first,
            !word.hasPrefix("-")
        else { return nil }
        let names = commandNames + ["help"]
        return names.contains(word) ? nil : .noCommand(word, among: names)
    }

    /// The names of the commands, in the order in which help lists them.
    static var commandNames: [String] {
        configuration.groupedSubcommands.flatMap(\.subcommands).map { $0._commandName }
    }
}

extension ParsableCommand {
    fileprivate static var isWithoutSubcommands: Bool {
        configuration.subcommands.isEmpty && configuration.groupedSubcommands.isEmpty
    }
}
