extension String {
    /// The word as a shell reads it back.
    package var shellQuoted: String {
        guard isEmpty || !unicodeScalars.allSatisfy(Self.isPlain) else { return self }
        return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "_", ".", "/", ":", "=", "@", "%", "+", ",", "-", "~", "^": true
        default: scalar.properties.isAlphabetic && !scalar.isASCII
        }
    }
}
