import Glibc

/// A pack that lies in a repository, with its index: entries as they are stored.
final class PackFile {
    /// Where an object lies.
    struct Place {
        let id: ObjectID
        let crc: UInt32
        let range: Range<UInt64>
    }

    /// `pack-` and a hash, without extension.
    let name: String
    /// The objects in the order in which they lie.
    let places: [Place]
    private let path: String
    private let file: FileDescriptor

    /// Opens the pack of a name.
    ///
    /// - Throws: `.damaged` when the index is not one of version 2 or does not fit the pack.
    init(_ name: String, in folder: String) throws(GitError) {
        self.name = name
        path = "\(folder)/\(name).pack"
        let file = try FileDescriptor("open pack", path, O_RDONLY)
        let index = try FileDescriptor("open pack index", "\(folder)/\(name).idx", O_RDONLY)
        guard let trailer = file.readEnd(20), let size = file.size, let count = index.size,
            let bytes = index.read(Int(count), at: 0)
        else {
            throw GitError(.damaged, "read pack", subject: path, "it is cut short")
        }
        guard let places = PackFile.places(bytes, packHash: trailer, end: size - 20) else {
            throw GitError(.damaged, "read pack", subject: path, "its index is damaged or of an unknown version")
        }
        self.places = places
        self.file = file
    }

    /// The stored bytes of an entry, header included, checked against the index.
    func bytes(of place: Place) throws(GitError) -> [UInt8] {
        let count = Int(place.range.upperBound - place.range.lowerBound)
        guard let bytes = file.read(count, at: place.range.lowerBound), bytes.count == count,
            crc32(bytes[...]) == place.crc
        else { throw GitError(.damaged, "read pack", subject: path, "the entry of \(place.id) is damaged") }
        return bytes
    }

    /// The first bytes of an entry, as many as a head may have.
    func start(of place: Place) throws(GitError) -> [UInt8] {
        let count = Int(min(place.range.upperBound - place.range.lowerBound, 40))
        guard let bytes = file.read(count, at: place.range.lowerBound) else {
            throw GitError(systemError: errno, "read pack", path: path)
        }
        return bytes
    }

    /// The object whose entry starts at an offset; `nil` when none does.
    func object(at offset: UInt64) -> ObjectID? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].range.lowerBound == offset ? places[low].id : nil
    }

    private static func places(_ index: [UInt8], packHash: [UInt8], end: UInt64) -> [Place]? {
        let header: [UInt8] = [0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]
        guard index.count >= 1072, index.starts(with: header), index.suffix(40).prefix(20) == packHash[...] else {
            return nil
        }
        let count = Int(index.number(at: 8 + 255 * 4) as UInt32)
        let (crcs, offsets) = (1032 + count * 20, 1032 + count * 24)
        let large = 1032 + count * 28
        guard index.count >= large + 40 else { return nil }
        var starts: [(offset: UInt64, row: Int)] = []
        for row in 0..<count {
            let small: UInt32 = index.number(at: offsets + row * 4)
            let place = large + Int(small & 0x7fff_ffff) * 8
            guard small < 1 << 31 || place + 48 <= index.count else { return nil }
            starts.append((small < 1 << 31 ? UInt64(small) : index.number(at: place), row))
        }
        starts.sort { $0.offset < $1.offset }
        let ends = starts.dropFirst().map(\.offset) + [end]
        return zip(starts, ends).map { start, end in
            Place(
                id: ObjectID(index, at: 1032 + start.row * 20), crc: index.number(at: crcs + start.row * 4),
                range: start.offset..<max(start.offset, end))
        }
    }
}

/// The head of a pack entry: what is stored, how large it is, where the compressed bytes begin.
struct PackEntryHead {
    /// How an object is stored.
    enum Form {
        case whole(ObjectKind)
        /// As a delta to the entry so many bytes before.
        case delta(distance: UInt64)
        /// As a delta to an object by name.
        case deltaTo(ObjectID)
    }

    let form: Form
    /// Bytes of what was compressed: of the object, or of the delta.
    let size: Int
    /// Where the compressed bytes begin.
    let start: Int

    /// Reads the head of a stored entry; `nil` when it is not one (gitformat-pack).
    init?(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return nil }
        var (size, shift, position) = (Int(first & 15), 4, 1)
        var byte = first
        while byte & 0x80 != 0 {
            guard position < bytes.count, shift < 56 else { return nil }
            byte = bytes[position]
            size |= Int(byte & 0x7f) << shift
            (shift, position) = (shift + 7, position + 1)
        }
        self.size = size
        switch first >> 4 & 7 {
        case 6:
            guard let (distance, end) = PackEntryHead.distance(bytes, position) else { return nil }
            (form, start) = (.delta(distance: distance), end)
        case 7:
            guard position + 20 <= bytes.count else { return nil }
            (form, start) = (.deltaTo(ObjectID(bytes, at: position)), position + 20)
        case let number:
            guard let kind = ObjectKind(number: Int32(number)) else { return nil }
            (form, start) = (.whole(kind), position)
        }
    }

    /// Seven bits a byte, the highest first, one added before each further byte.
    private static func distance(_ bytes: [UInt8], _ start: Int) -> (UInt64, Int)? {
        guard start < bytes.count else { return nil }
        var (distance, position) = (UInt64(bytes[start] & 0x7f), start + 1)
        while bytes[position - 1] & 0x80 != 0 {
            guard position < bytes.count, distance < 1 << 48 else { return nil }
            distance = (distance + 1) << 7 | UInt64(bytes[position] & 0x7f)
            position += 1
        }
        return (distance, position)
    }
}

extension [UInt8] {
    /// Appends how far back the base of a delta lies, as ``PackEntryHead`` reads it.
    mutating func append(distance: UInt64) {
        var (bytes, rest) = ([UInt8(distance & 0x7f)], distance >> 7)
        while rest > 0 {
            rest -= 1
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        self += bytes.reversed()
    }

    /// The big-endian integer at a place; all of its bytes must be there.
    fileprivate func number<Number: FixedWidthInteger>(at place: Int) -> Number {
        self[place..<place + Number.bitWidth / 8].reduce(0) { $0 << 8 | Number($1) }
    }
}
