import Facts
import Testing

@testable import Web

@Suite struct TimeAxisTests {
    private static func times(_ texts: String...) -> [Time] { texts.compactMap { Time(edtf: $0) } }

    @Test func `an axis reaches from the first second to the last`() throws {
        let axis = try #require(TimeAxis(Self.times("2020-02-01", "2020-02-10", "2020-01-05/..")))
        #expect(axis.place(of: Day(year: 2020, month: 1, day: 5).number * 86400) == 0)
        #expect(axis.place(of: Day(year: 2020, month: 2, day: 11).number * 86400) == 10_000)
        #expect(axis.ticks.map(\.name) == ["2020-01", "2020-02"])
    }

    @Test func `one time far from many others leaves them their room`() throws {
        let many = (1...100).compactMap { Time(edtf: "20\($0 < 51 ? "19" : "20")-06-1\($0 % 10)") }
        let axis = try #require(TimeAxis(many + Self.times("0700")))
        #expect(axis.seconds.lowerBound > Day(year: 2018, month: 1, day: 1).number * 86400)
        #expect(axis.place(of: 0) == 0)
    }

    @Test func `there is no axis for no time`() { #expect(TimeAxis([]) == nil) }

    @Test(arguments: ["1995/2025", "2020-01/2020-12", "1000/2000", "2020-02-01", "2020/2021"])
    func `ticks are few, in order, and within the picture`(text: String) throws {
        let ticks = try #require(TimeAxis(Self.times(text))).ticks
        #expect(ticks.count <= 7)
        #expect(ticks.map(\.place) == ticks.map(\.place).sorted())
        #expect(ticks.allSatisfy { (0...10_000).contains($0.place) })
    }
}
