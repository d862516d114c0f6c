package import Facts

/// A patch as a file: JSON Lines of format `patch/1`.
///
/// The first line names the format and how many claims go and come; each further line holds one claim in its stored form under
/// `lost` or `gained`. Lines are canonical and in the stored order, so equal patches have equal bytes.
extension Patch {
    /// The lines, without line ends.
    package var lines: [JSONValue] {
        let header: JSONValue = .object([
            "annals": "patch/1", "lost": .integer(lost.count), "gained": .integer(gained.count),
        ])
        return [header] + lost.map { .object(["lost": $0.json]) } + gained.map { .object(["gained": $0.json]) }
    }

    /// Reads the lines of a patch.
    ///
    /// - Throws: ``PatchError`` with the number of the line, from 1.
    package init(lines: [JSONValue]) throws(PatchError) {
        guard let header = lines.first?.object, header["annals"] == "patch/1", let old = header["lost"]?.integer,
            let new = header["gained"]?.integer
        else { throw .init(line: 1, reason: "not a patch of format patch/1") }
        var (lost, gained): ([Claim], [Claim]) = ([], [])
        for (index, line) in lines.enumerated().dropFirst() {
            guard let members = line.object, members.count == 1, let (side, json) = members.first,
                side == "lost" || side == "gained", let claim = Claim(json: json)
            else { throw .init(line: index + 1, reason: "not a claim that goes (\"lost\") or comes (\"gained\")") }
            if side == "lost" { lost.append(claim) } else { gained.append(claim) }
        }
        self.init(lost: lost, gained: gained)
        guard self.lost.count == old, self.gained.count == new else {
            throw .init(
                line: lines.count,
                reason:
                    "the header promises \(old) claims that go and \(new) that come, here are \(lost.count) and \(gained.count)"
            )
        }
    }
}

/// What is wrong with a file that should be a patch.
package struct PatchError: Error, Hashable, Sendable {
    /// The line, from 1.
    package let line: Int
    /// What is wrong with it.
    package let reason: String
}
