import Testing

@testable import Rendering

/// The colours of every page, computed as WCAG 2.2 has it.
@Suite struct StyleSheetTests {
    /// Inks, and the grounds that they stand on.
    private static let pairs: [(ink: String, grounds: [String])] = [
        ("ink", ["ground", "card", "added", "removed", "mark", "wash"]), ("soft", ["ground", "card"]),
        ("link", ["ground", "card", "mark"]), ("blue", ["ground", "card", "added"]),
        ("orange", ["ground", "card", "removed"]),
    ]

    @Test(arguments: ["", "@media (prefers-color-scheme: dark)", "@media print"])
    func `every ink can be read on every ground that it stands on`(scheme: String) throws {
        let colours = try Self.colours(scheme)
        for (ink, grounds) in Self.pairs {
            for ground in grounds {
                guard let a = colours[ink], let b = colours[ground] else {
                    #expect(scheme == "@media print", "\(ink) on \(ground) is not set")
                    continue
                }
                #expect(Self.contrast(a, b) >= 4.5, "\(scheme) \(ink) on \(ground): \(Self.contrast(a, b))")
            }
        }
    }

    @Test func `no colour is green or red, and none stands outside the list of colours`() throws {
        for scheme in ["", "@media (prefers-color-scheme: dark)", "@media print"] {
            for name in ["blue", "link"] {
                let colour = try #require(Self.colours(scheme)[name])
                #expect(colour[2] >= colour[1] && colour[2] >= colour[0], "\(name)")
            }
            let orange = try #require(Self.colours(scheme)["orange"])
            #expect(orange[0] > orange[1] && orange[1] > orange[2])
        }
        let rules = styleSheet.split(separator: "\n").filter { !$0.contains("--") }
        #expect(!rules.contains { $0.contains(#/#[0-9a-f]{3,6}\b/#) && !$0.contains("#888") })
    }

    @Test func `nothing is fetched by it`() {
        for call in ["url(", "@import", "@font-face", "expression"] { #expect(!styleSheet.contains(call)) }
    }

    /// The colours of a scheme, each as three bytes.
    private static func colours(_ scheme: String) throws -> [String: [Int]] {
        let start = try #require(scheme.isEmpty ? styleSheet.startIndex : styleSheet.firstRange(of: scheme)?.upperBound)
        let rest = styleSheet[start...]
        let block = rest[try #require(rest.firstRange(of: ":root {")).upperBound...].prefix { $0 != "}" }
        let found = block.matches(of: #/--([a-z]+): #([0-9a-f]{3,6});/#)
        return Dictionary(found.map { (String($0.output.1), bytes(String($0.output.2))) }) { first, _ in first }
    }

    private static func bytes(_ digits: String) -> [Int] {
        let full = digits.count == 3 ? digits.flatMap { [$0, $0] } : Array(digits)
        return stride(from: 0, to: full.count, by: 2).compactMap { Int(String(full[$0...($0 + 1)]), radix: 16) }
    }

    private static func contrast(_ a: [Int], _ b: [Int]) -> Double {
        let (x, y) = (luminance(a), luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    private static func luminance(_ colour: [Int]) -> Double {
        let parts = colour.map { byte -> Double in
            let part = Double(byte) / 255
            return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// The number to the power of 2.4: by Newton's method for the fifth root, then squared twice and more.
    private static func power(_ number: Double) -> Double {
        var root = number
        for _ in 0..<60 { root -= (root * root * root * root * root - number) / (5 * root * root * root * root) }
        return number * number * root * root
    }
}
