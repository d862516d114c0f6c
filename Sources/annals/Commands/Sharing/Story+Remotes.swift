import FactRepository
import FoundationEssentials
import Git
import Rendering

extension Story {
    /// The remote that a person names; the only one, or `origin`, when nobody does.
    func remote(_ name: String?) throws -> String {
        let names = try repository.git.remotes().map(\.name)
        if let name {
            guard names.contains(name) else {
                throw Failure(
                    message: "no remote is called \(visible(name))",
                    hint: Suggestion.nearest(to: name, in: names).map { "did you mean \(visible($0))?" }
                        ?? "annals remote add NAME URL names one")
            }
            return name
        }
        guard let name = names.count == 1 ? names[0] : names.first(where: { $0 == "origin" }) else {
            throw Failure(
                message: names.isEmpty
                    ? "no other repository of this story is known" : "which one: \(names.joined(separator: ", "))?",
                hint: names.isEmpty ? "annals remote add NAME URL names one" : "give its name", status: .usage)
        }
        return name
    }

    /// How a remote stands to the story, as far as was fetched.
    func row(_ remote: Remote) throws -> RemotesPage.Row {
        let tip = try repository.git.reference("refs/remotes/\(remote.name)/main")
        var (ahead, behind) = (0, 0)
        if let tip {
            let ours = Set(try repository.git.ancestry(of: self.tip()).map(\.id))
            let theirs = Set(try repository.git.ancestry(of: tip).map(\.id))
            (ahead, behind) = (theirs.subtracting(ours).count, ours.subtracting(theirs).count)
        }
        return RemotesPage.Row(name: remote.name, url: remote.url, revision: tip?.hex, ahead: ahead, behind: behind)
    }

    /// Where the repository is that a person means: of a story's folder, the folder's `.annals`; an address as it is.
    ///
    /// - Throws: when it means a folder that is not there.
    static func location(of url: String) throws -> String {
        let start = url.prefix { $0 != "/" }
        // `host:path` is an address of ssh, as git has it.
        guard !start.contains(":") else {
            guard url.hasPrefix("file://") else { return url }
            return try "file://" + location(of: String(url.dropFirst(7)))
        }
        let path = URL(filePath: url, relativeTo: URL(filePath: FileManager.default.currentDirectoryPath + "/"))
            .standardizedFileURL.path()
        let plain = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let inside = "\(plain)/\(FactRepository.folderName)"
        guard FileManager.default.fileExists(atPath: plain) else {
            throw Failure(
                message: "there is no story in \(visible(url))",
                hint: "name a story's folder, or an https, ssh or file address")
        }
        return FileManager.default.fileExists(atPath: inside) ? inside : plain
    }

    /// Tells what came from a remote, or went there.
    ///
    /// - Parameter known: a revision beside the former one of which nothing is told anew; `nil` where there is none.
    func tell(_ transfer: Transfer, known: ObjectID? = nil) throws {
        let name = "\(transfer.remote)/main"
        guard transfer.isNews else {
            return try Output.write("\(visible(name)) is at \(transfer.after.hex.prefix(8)), as it was\n")
        }
        let former = Set(
            try [transfer.before, known].compactMap(\.self).flatMap { try repository.git.ancestry(of: $0).map(\.id) })
        let count = try repository.git.ancestry(of: transfer.after).count { !former.contains($0.id) }
        let move = (transfer.before.map { "\($0.hex.prefix(8)).." } ?? "") + transfer.after.hex.prefix(8)
        try Output.write("\(visible(name))  \(move)  \(count) revision\(count == 1 ? "" : "s")\n")
    }
}
