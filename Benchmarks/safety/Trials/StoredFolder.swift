import Foundation

/// Everything in a folder, as bytes.
struct StoredFolder {
    /// The files, by path from the folder, sorted.
    var files: [(path: String, bytes: [UInt8])]
    /// The folders below it, sorted.
    let folders: [String]

    init(files: [(path: String, bytes: [UInt8])], folders: [String]) {
        self.files = files
        self.folders = folders
    }

    /// Reads the folder at `path`.
    init(at path: String) throws {
        files = []
        var folders: [String] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            if isFolder.boolValue {
                folders.append(name)
            } else {
                files.append((name, Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))))
            }
        }
        self.folders = folders
    }

    /// Writes it to a path at which nothing is.
    func write(to path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for folder in folders {
            try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        }
        for file in files {
            let place = "\(path)/\(file.path)"
            try Data(file.bytes).write(to: URL(filePath: place))
            // A lock was left by a machine that stopped some time ago: writers give a fresh one a second.
            let past = Date(timeIntervalSince1970: 1_580_558_400)
            if place.hasSuffix(".lock") {
                try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: place)
            }
        }
    }
}

/// Where this machine keeps what is soon thrown away, on its disk; without a slash at the end.
var temporaryFolder: String { "/" + NSTemporaryDirectory().split(separator: "/").joined(separator: "/") }

/// Gives `body` the path of a fresh folder, in memory where the machine has such a place, and removes it afterwards.
func withFreshFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let memory = "/dev/shm"
    let base = FileManager.default.isWritableFile(atPath: memory) ? memory : temporaryFolder
    let folder = "\(base)/annals-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
}
