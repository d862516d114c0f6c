import Parallel

extension Array where Element: Sendable {
    /// The same as `map`; of many elements on as many processors as there are.
    ///
    /// - Parameter grain: so few are not worth another thread.
    func concurrentMap<Result: Sendable>(
        grain: Int = 256, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        concurrentParts(count, grain: grain) { self[$0].map(transform) }
    }

    /// The same as `flatMap`; of many elements on as many processors as there are.
    func concurrentFlatMap<Result: Sendable>(
        grain: Int = 256, _ transform: @Sendable (Element) -> [Result]
    ) -> [Result] {
        concurrentParts(count, grain: grain) { self[$0].flatMap(transform) }
    }
}
