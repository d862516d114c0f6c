import CLibxml2
import Facts

extension HTMLTree {
    /// How the elements of a document nest, as libxml2 mends it; `nil` when they are too deep inside one another.
    ///
    /// libxml2 stops at 256 levels.
    init?(_ document: HTMLDocument) {
        self.init()
        guard let parsed = ParsedHTML(document.skeleton) else { return nil }
        var node = parsed.first
        var parent = 0
        // Along the pointers rather than by recursion: text may lie as deep as the parser allows.
        while let current = node {
            if current.pointee.type == XML_ELEMENT_NODE {
                let index = add(Self.name(current), piece: Self.piece(current), to: parent)
                if let child = current.pointee.children {
                    (node, parent) = (child, index)
                    continue
                }
            } else if current.pointee.type == XML_TEXT_NODE {
                for run in Self.numbers(current) where document.runs.indices.contains(run) { add(run: run, to: parent) }
            }
            node = current
            while let last = node, last.pointee.next == nil {
                node = last.pointee.parent
                parent = nodes[parent].parent
                if node?.pointee.type != XML_ELEMENT_NODE { return }
            }
            node = node?.pointee.next
        }
    }

    private static func name(_ node: xmlNodePtr) -> String { node.pointee.name.map { String(cString: $0) } ?? "" }

    /// The number that the skeleton gave a tag.
    private static func piece(_ node: xmlNodePtr) -> Int? {
        node.pointee.properties.flatMap { $0.pointee.children }.flatMap { $0.pointee.content }
            .flatMap { Int(String(cString: $0)) }
    }

    private static func numbers(_ node: xmlNodePtr) -> [Int] {
        guard let content = node.pointee.content else { return [] }
        return String(cString: content).split(separator: " ").compactMap { Int($0) }
    }
}

/// A document that libxml2 read, freed with its owner.
private struct ParsedHTML: ~Copyable {
    private let document: htmlDocPtr

    // Lazily and once, by the rules of static variables.
    private static let start: Void = xmlInitParser()

    init?(_ skeleton: [UInt8]) {
        Self.start
        var isWhole: Int32 = 0
        let parsed = skeleton.withUnsafeBytes { bytes in
            annals_read_html(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), &isWhole)
        }
        guard let parsed else { return nil }
        guard isWhole != 0 else {
            xmlFreeDoc(parsed)
            return nil
        }
        document = parsed
    }

    /// The first element or text of the document.
    var first: xmlNodePtr? {
        var node = document.pointee.children
        while let current = node, current.pointee.type != XML_ELEMENT_NODE { node = current.pointee.next }
        return node
    }

    deinit { xmlFreeDoc(document) }
}
