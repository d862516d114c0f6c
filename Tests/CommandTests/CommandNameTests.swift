import ArgumentParser
import Testing

@testable import annals

/// What a command is called.
@Suite struct CommandNameTests {
    /// A name left to the parser is made from the type's, which costs every start of every command a search through all conformances.
    @Test func `every command states its name`() {
        let commands = Annals.configuration.groupedSubcommands.flatMap(\.subcommands)
        #expect(commands.count > 25)
        for command in commands {
            #expect(command.configuration.commandName != nil, "\(command)")
        }
    }
}
