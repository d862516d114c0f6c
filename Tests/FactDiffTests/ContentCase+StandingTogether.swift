import FactDiff
import FactTestSupport
import Facts

private let wire = "wire"

extension ContentCase {
    static let standingTogether: [ContentCase] = [
        .init(
            .complementary, "two visits", Draft("officials", "visited", "Qatar", "2020-02"),
            Draft("officials", "visited", "Qatar", "2022-09").in(wire)),
        .init(
            .complementary, "two conditions", Draft("peace", "depends on", "two states").certainty(.certain),
            Draft("peace", "depends on", "an end of the war").in(wire)),
        .init(
            .complementary, "two places of hosting",
            Draft("Qatar", "hosts", "Hamas", "2012").arguments(["location": "Doha"]),
            Draft("Qatar", "hosts", "Hamas", "2012").arguments(["location": "Gaza"]).in(wire)),
        .init(
            .complementary, "one head and not another", Draft("Qatar", "is headed by", "Tamim", "2020"),
            Draft("Qatar", "is headed by", "Barnea", "2020").denied.in(wire)),
        .init(
            .complementary, "neither one nor the other", Draft("Qatar", "is headed by", "Cohen", "2020").denied,
            Draft("Qatar", "is headed by", "Barnea", "2020").denied.in(wire)),
        .init(
            .complementary, "in the country, but not in its capital", Draft("Haniyeh", "resides in", "Qatar", "2020"),
            Draft("Haniyeh", "resides in", "Doha", "2020").denied.in(wire)),
        .init(
            .complementary, "one visit, and none another year", Draft("Cohen", "visited", "Qatar", "2009"),
            Draft("Cohen", "visited", "Qatar", "2010").denied.in(wire)),
        .init(
            .complementary, "no visit in either year", Draft("Cohen", "visited", "Qatar", "2009").denied,
            Draft("Cohen", "visited", "Qatar", "2010").denied.in(wire)),
    ]
}
