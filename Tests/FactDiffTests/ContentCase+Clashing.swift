import FactDiff
import FactTestSupport
import Facts

private let wire = "wire"

extension ContentCase {
    static let clashing: [ContentCase] = [
        .init(
            .corrected, "one report puts another sum",
            Draft("Qatar", "pays", "Gaza", "2018-12").arguments(["amount": "US$30 million"]),
            Draft("Qatar", "pays", "Gaza", "2018-12").arguments(["amount": "US$80 million"])),
        .init(
            .corrected, "one report puts another year of a visit", Draft("Cohen", "visited", "Qatar", "2009"),
            Draft("Cohen", "visited", "Qatar", "2010")),
        .init(
            .corrected, "one report, not dated anew, without a time", Draft("Mossad", "is headed by", "Cohen"),
            Draft("Mossad", "is headed by", "Barnea")),
        .init(
            .corrected, "one report takes it back", Draft("Liberman", "was aware of", "the order"),
            Draft("Liberman", "was aware of", "the order").denied),
        .init(
            .contradicted, "two sums for one month",
            Draft("Qatar", "pays", "Gaza", "2018-12").arguments(["amount": "US$30 million"]),
            Draft("Qatar", "pays", "Gaza", "2018-12").arguments(["amount": "US$80 million"]).in(wire)),
        .init(
            .contradicted, "trade ties or diplomatic ties",
            Draft("Qatar", "severed ties with", "Israel", "2009").arguments(["kind": "trade"]),
            Draft("Qatar", "severed ties with", "Israel", "2009").arguments(["kind": "diplomatic"]).in(wire)),
        .init(
            .contradicted, "less than a day or three days", Draft("visit", "lasted", "less than 24 hours"),
            Draft("visit", "lasted", "72 hours").in(wire)),
        .init(
            .contradicted, "yes and no", Draft("Liberman", "was aware of", "the order", "2020-02-22"),
            Draft("Liberman", "was aware of", "the order", "2020-02-22").denied.in(wire)),
        .init(
            .contradicted, "two places of birth", Draft("Haniyeh", "was born in", "Gaza"),
            Draft("Haniyeh", "was born in", "Doha").in(wire)),
        .init(
            .contradicted, "two death tolls of one day", Draft("quake", "death toll", "12", "2024-03-01"),
            Draft("quake", "death toll", "14", "2024-03-01").in(wire)),
        .init(
            .contradicted, "a later start, but the two must hold together",
            Draft("Qatar", "is headed by", "Hamad", "2010/2014"),
            Draft("Qatar", "is headed by", "Tamim", "2012/2016").in(wire)),
        .init(
            .contradicted, "in a city, but not in its country", Draft("Haniyeh", "resides in", "Doha", "2020"),
            Draft("Haniyeh", "resides in", "Qatar", "2020").denied.in(wire)),
        .init(
            .undetermined, "two years of an event that happens once",
            Draft("Qatar", "severed ties with", "Israel", "2009"),
            Draft("Qatar", "severed ties with", "Israel", "2011").in(wire)),
        .init(
            .updated, "a toll of a later day than a bound", Draft("quake", "death toll", "at least 80", "2020-03-01"),
            Draft("quake", "death toll", "120", "2020-03-02").in(wire)),
        .init(
            .disputed, "a claimant denies it", Draft("Liberman", "was aware of", "the order"),
            Draft("Liberman", "was aware of", "the order").denied.by("Yisrael Beytenu").in(wire)),
        .init(
            .disputed, "two claimants", Draft("Liberman", "was aware of", "the order").by("The Post"),
            Draft("Liberman", "was aware of", "the order").denied.by("Yisrael Beytenu").in(wire)),
        .init(
            .disputed, "a claimant has another sum",
            Draft("Qatar", "pays", "Gaza", "2018").arguments(["amount": "US$30 million"]),
            Draft("Qatar", "pays", "Gaza", "2018").arguments(["amount": "US$80 million"]).by("Halevi").in(wire)),
        .init(
            .undetermined, "hedged", Draft("Liberman", "was aware of", "the order").certainty(.possible),
            Draft("Liberman", "was aware of", "the order").denied.in(wire)),
        .init(
            .undetermined, "planned against done", Draft("visit", "lasted", "24 hours").modality(.planned),
            Draft("visit", "lasted", "72 hours").in(wire)),
        .init(
            .undetermined, "the extractor did not say how sure",
            Draft("visit", "lasted", "24 hours").certainty(.unstated),
            Draft("visit", "lasted", "72 hours").in(wire)),
        .init(
            .undetermined, "two homes, no dates", Draft("Haniyeh", "resides in", "Gaza"),
            Draft("Haniyeh", "resides in", "Doha").in(wire)),
        .init(
            .undetermined, "an undated caption beside a dated office",
            Draft("Qatar", "is headed by", "Tamim", "2013-06/.."), Draft("Qatar", "is headed by", "Hamad").in(wire)),
        .init(
            .undetermined, "a month of the year", Draft("Haniyeh", "resides in", "Gaza", "2020"),
            Draft("Haniyeh", "resides in", "Doha", "2020-05").in(wire)),
        .init(
            .undetermined, "sums that cannot be compared",
            Draft("Qatar", "pays", "Gaza", "2018").arguments(["amount": "US$30 million"]),
            Draft("Qatar", "pays", "Gaza", "2018").arguments(["amount": "13 million euros"]).in(wire)),
        .init(
            .undetermined, "a name that might be the same", Draft("Qatar", "is headed by", "Hamad", "2010"),
            Draft("Qatar", "is headed by", "Hamad bin Khalifa", "2010").in(wire)),
        .init(
            .undetermined, "yes and no of a predicate that may have many", Draft("Qatar", "hosts", "Hamas", "2012"),
            Draft("Qatar", "hosts", "Hamas", "2012").denied.in(wire)),
        .init(
            .undetermined, "never there, and there one day", Draft("Cohen", "visited", "Qatar", "2020-02-05"),
            Draft("Cohen", "visited", "Qatar").denied.in(wire)),
    ]
}
