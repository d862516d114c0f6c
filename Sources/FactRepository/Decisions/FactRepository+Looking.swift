package import Git

/// Up to where a person has looked at the story: a reference of their own, which no other person's clone needs.
extension FactRepository {
    /// The revision up to which a person has looked; `nil` when they never said.
    package func looked(by author: Author) throws(RepositoryError) -> ObjectID? {
        let name = Self.looking(author)
        return try RepositoryError.wrapping(name) { () throws(GitError) in try git.reference(name) }
    }

    /// Keeps in mind that a person has looked at everything up to a revision.
    package func markLooked(at revision: ObjectID, by author: Author) throws(RepositoryError) {
        let name = Self.looking(author)
        try RepositoryError.wrapping(name) { () throws(GitError) in
            let former = try git.reference(name)
            guard former != revision else { return }
            try git.moveReference(
                name, from: former, to: revision, message: "annals: looked", signature: author.operationSignature)
        }
    }

    private static func looking(_ author: Author) -> String {
        let safe = author.email.lowercased().utf8.map { byte -> String in
            let isPlain = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            return isPlain ? String(UnicodeScalar(byte)) : "_"
        }
        return "refs/annals/looked/\(safe.joined())"
    }
}
