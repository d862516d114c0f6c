/// One path at which two trees hold different blobs.
package struct BlobChange: Hashable, Sendable {
    /// The path from the root, names joined by slashes.
    package let path: String
    /// The blob there before; `nil` when it was added.
    package let before: ObjectID?
    /// The blob there after; `nil` when it was removed.
    package let after: ObjectID?

    /// A row of a comparison; one of the two blobs at least should be there.
    package init(path: String, before: ObjectID?, after: ObjectID?) {
        self.path = path
        self.before = before
        self.after = after
    }
}
