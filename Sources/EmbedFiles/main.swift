import Foundation

/// `EmbedFiles OUTPUT FOLDER…` writes a Swift file that holds every text file of the folders, `EmbedFiles --digest OUTPUT FOLDER…` one
/// that holds a digest of them.
///
/// Paths are relative to the folder above each FOLDER: `gulf-diplomacy/2020-02-23/claims.jsonl`.
func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case "\n": result += "\\n"
        case " "..."~": result.unicodeScalars.append(scalar)
        default: result += "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
    return result + "\""
}

/// The text files of folders by their paths, in order.
func files(in folders: some Sequence<String>) throws -> [(path: String, text: String)] {
    try folders.flatMap { folder -> [(path: String, text: String)] in
        let root = URL(filePath: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().compactMap {
            path -> (path: String, text: String)? in
            var isFolder: ObjCBool = false
            let file = root.appending(path: path)
            guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder), !isFolder.boolValue
            else { return nil }
            return ("\(root.lastPathComponent)/\(path)", try String(contentsOf: file, encoding: .utf8))
        }
    }
}

/// FNV-1a of 64 bits: tells one version of sources from the next, and keeps nobody from forging one.
func digest(_ files: [(path: String, text: String)]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in files.flatMap({ [$0.path, $0.text] }) {
        for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 16)
}

var arguments = CommandLine.arguments.dropFirst()
let isDigest = arguments.first == "--digest"
if isDigest { arguments = arguments.dropFirst() }
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: EmbedFiles [--digest] OUTPUT FOLDER…\n".utf8))
    exit(64)
}
let found = try files(in: arguments.dropFirst())
let entries = found.map { "        (\(literal($0.path)), \(literal($0.text))),\n" }.joined()
let source =
    isDigest
    ? """
    /// The sources by which pages are made.
    enum PageSources {
        /// Another one for other sources.
        static let digest = \(literal(digest(found)))
    }

    """
    : """
    /// Text files of the package, by path.
    enum EmbeddedFiles {
        static let all: [(path: String, text: String)] = [
    \(entries)    ]
    }

    """
try Data(source.utf8).write(to: URL(filePath: output))
