import Foundation

/// `EmbedFiles OUTPUT FOLDER…` writes a Swift file that holds every text file of the folders.
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

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: EmbedFiles OUTPUT FOLDER…\n".utf8))
    exit(64)
}
var entries: [String] = []
for folder in arguments.dropFirst() {
    let root = URL(filePath: folder)
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() {
        var isFolder: ObjCBool = false
        let file = root.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder), !isFolder.boolValue else {
            continue
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        entries.append("        (\(literal("\(root.lastPathComponent)/\(path)")), \(literal(text))),\n")
    }
}
let source = """
    /// Text files of the package, by path.
    enum EmbeddedFiles {
        static let all: [(path: String, text: String)] = [
    \(entries.joined())    ]
    }

    """
try Data(source.utf8).write(to: URL(filePath: output))
