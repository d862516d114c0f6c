import FactDiff
import FactTestSupport
import Facts

private let wire = "wire"

extension ContentCase {
    static let agreeing: [ContentCase] = [
        .init(
            .unchanged, "two sources say the same", Draft("Cohen", "visited", "Qatar", "2020-02"),
            Draft("Cohen", "visited", "Qatar", "2020-02").in(wire)),
        .init(
            .unchanged, "a symmetric predicate said the other way round", Draft("Cohen", "met", "Halevi", "2020-02-05"),
            Draft("Halevi", "met", "Cohen", "2020-02-05").in(wire)),
        .init(
            .reworded, "another spelling of one name", Draft("Cohen", "visited", "Qatar", "2020-02"),
            Draft("Cohn", "visited", "Qatar", "2020-02").in(wire)),
        .init(
            .reworded, "another word for the predicate", Draft("Cohen", "visited", "Qatar"),
            Draft("Cohen", "went to", "Qatar").in(wire)),
        .init(
            .reworded, "the inverse of the predicate", Draft("Israel", "is headed by", "Cohen"),
            Draft("Cohen", "heads", "Israel").in(wire)),
        .init(
            .reworded, "a number in another scale", Draft("Qatar", "reserves", "US$1.5 billion"),
            Draft("Qatar", "reserves", "US$1,500 million").in(wire)),
        .init(
            .reworded, "one period written in two ways", Draft("Cohen", "visited", "Qatar", "2020-02"),
            Draft("Cohen", "visited", "Qatar", "2020-02-01/2020-02-29").in(wire)),
        .init(
            .refined, "a period inside the month", Draft("Cohen", "visited", "Qatar", "2020-02"),
            Draft("Cohen", "visited", "Qatar", "2020-02-01/2020-02-07").in(wire)),
        .init(
            .refined, "a date where there was none", Draft("Cohen", "visited", "Qatar"),
            Draft("Cohen", "visited", "Qatar", "2020-02").in(wire)),
        .init(
            .refined, "a city of the country", Draft("Haniyeh", "resides in", "Qatar", "2020-02"),
            Draft("Haniyeh", "resides in", "Doha", "2020-02").in(wire)),
        .init(
            .refined, "a number above the bound", Draft("Qatar", "has sent planes", "more than 80", "2024-03"),
            Draft("Qatar", "has sent planes", "84", "2024-03").in(wire)),
        .init(
            .refined, "six hours are less than a day", Draft("visit", "lasted", "less than 24 hours", "2020-02"),
            Draft("visit", "lasted", "6 hours", "2020-02").in(wire)),
        .init(
            .refined, "an argument that was not given", Draft("Cohen", "visited", "Qatar", "2020-02"),
            Draft("Cohen", "visited", "Qatar", "2020-02").arguments(["location": "Doha"]).in(wire)),
        .init(
            .refined, "a narrower choice", Draft("Qatar", "has the stance", "no", "2022"),
            Draft("Qatar", "has the stance", "no for now", "2022").in(wire)),
        .init(
            .generalised, "the whole month", Draft("Cohen", "visited", "Qatar", "2020-02-01/2020-02-07"),
            Draft("Cohen", "visited", "Qatar", "2020-02").in(wire)),
        .init(
            .generalised, "the country of the city", Draft("Haniyeh", "resides in", "Doha", "2020-02"),
            Draft("Haniyeh", "resides in", "Qatar", "2020-02").in(wire)),
        .init(
            .generalised, "a bound that allows more", Draft("visit", "lasted", "less than 24 hours"),
            Draft("visit", "lasted", "less than 48 hours").with { $0.report = "ledger" }),
        .init(
            .restated, "a narrower place, a wider time", Draft("Haniyeh", "resides in", "Qatar", "2020-02"),
            Draft("Haniyeh", "resides in", "Doha", "2020").in(wire)),
        .init(
            .restated, "ranges that overlap", Draft("Qatar", "has sent planes", "10–20", "2024"),
            Draft("Qatar", "has sent planes", "15–30", "2024").in(wire)),
        .init(
            .restated, "within the tolerance that the vocabulary allows",
            Draft("Qatar", "delivered", "100 tons", "2024"),
            Draft("Qatar", "delivered", "103 tons", "2024").in(wire)),
        .init(
            .recurred, "the same number of planes three months later",
            Draft("Qatar", "has sent planes", "5", "2024-03"),
            Draft("Qatar", "has sent planes", "5", "2024-06").in(wire)),
    ]
}
