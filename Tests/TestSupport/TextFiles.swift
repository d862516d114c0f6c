import Foundation

/// Writes bytes to a file, making the folders above it.
public func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
}

/// Writes text to a file, making the folders above it.
public func write(_ text: String, to path: String) throws { try write(text.utf8, to: path) }
