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
    /// A command that is read alone must name the one above, or it is gone through for requests of completion scripts first.
    @Test func `every command without commands of its own names the one above`() {
        let commands = Annals.configuration.groupedSubcommands.flatMap(\.subcommands).filter {
            $0.configuration.subcommands.isEmpty && $0.configuration.groupedSubcommands.isEmpty
        }
        #expect(commands.count > 25)
        for command in commands {
            #expect(command.configuration._superCommandName == Annals.name, "\(command)")
        }
    }
}
