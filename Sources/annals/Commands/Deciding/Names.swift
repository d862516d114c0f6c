import ArgumentParser
import Facts

/// Rules that names are of one entity.
struct Same: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "same", _superCommandName: Annals.name,
        abstract: "Rule that two names are of one entity; it goes before the vocabulary, and before any likeness.",
        discussion: """
              annals same Haniyeh Haniyah -m "two spellings"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "A name.", completion: .entities) var name: String
    @Argument(help: "Another name.", completion: .entities) var other: String

    func run() throws { try options.rule(.same, name, other) }
}

/// Rules that names are of different entities.
struct Different: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "different", _superCommandName: Annals.name,
        abstract:
            "Rule that two names are of different entities; it goes before the vocabulary, and before any likeness.",
        discussion: """
              annals different "Yossi Cohen" "Eli Cohen" -m "two people"
            """)

    @OptionGroup var options: RulingOptions
    @Argument(help: "A name.", completion: .entities) var name: String
    @Argument(help: "Another name.", completion: .entities) var other: String

    func run() throws { try options.rule(.different, name, other) }
}

extension RulingOptions {
    /// Rules on two names.
    fileprivate func rule(_ verdict: Verdict, _ name: String, _ other: String) throws {
        let reviewer = try reviewer()
        guard EntityKey(name: name) != EntityKey(name: other),
            let ruling = Ruling(verdict, on: .entities(name, other))
        else {
            throw Failure(
                message: "\(visible(name)) and \(visible(other)) are one name",
                hint: "names that differ in case, titles or diacritics only are one already", status: .usage)
        }
        try record([ruling], by: reviewer)
    }
}
