import Facts
import Rendering

extension Sequence<Claim> {
    /// The claims as extractors state them, a line of `claims/1` each.
    var exchangeLines: String { map { machineText(of: $0.stated.json) + "\n" }.joined() }
}

/// The first line of a file of claims.
let exchangeHeader = #"{"annals":"claims/1"}"# + "\n"
