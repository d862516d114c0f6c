import annals

/// The command.
///
/// All of it is in a library, which the program of its server uses too.
@main struct AnnalsCommand {
    static func main() async { await Program.run() }
}
