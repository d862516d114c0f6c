/// Values by the objects that they were read from, up to a size; those that came first go first.
struct LastVersions<Value> {
    private let limit: Int
    private var values: [ObjectID: (value: Value, size: Int)] = [:]
    private var size = 0
    /// In the order in which they came; those taken out since stay until their turn comes.
    private var queue: [ObjectID] = []
    private var first = 0

    /// Nothing yet, and later values of no more than `limit` bytes.
    init(limit: Int) { self.limit = limit }

    /// The value of an object; `nil` when it is not at hand.
    subscript(id: ObjectID) -> Value? { values[id]?.value }

    /// Takes out the value of an object; `nil` when it is not at hand.
    mutating func take(_ id: ObjectID) -> Value? {
        guard let known = values.removeValue(forKey: id) else { return nil }
        size -= known.size
        return known.value
    }

    /// Keeps the value of an object, which takes so many bytes.
    mutating func keep(_ value: Value, as id: ObjectID, size: Int) {
        guard values.updateValue((value, size), forKey: id) == nil else { return }
        self.size += size
        queue.append(id)
        while self.size > limit, first < queue.count {
            _ = take(queue[first])
            first += 1
        }
        if first > 1000, first > queue.count / 2 {
            queue.removeFirst(first)
            first = 0
        }
    }
}
