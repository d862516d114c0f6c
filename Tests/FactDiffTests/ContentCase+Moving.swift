import FactDiff
import FactTestSupport
import Facts

private let wire = "wire"

extension ContentCase {
    static let moving: [ContentCase] = [
        .init(
            .updated, "a new office holder, of whom the old one's end is not known",
            Draft("Qatar", "is headed by", "Hamad", "1995/.."),
            Draft("Qatar", "is headed by", "Tamim", "2013-06-25/..").in(wire)),
        .init(
            .updated, "office holders who change in one month",
            Draft("Qatar", "is headed by", "Hamad", "1995-06/2013-06"),
            Draft("Qatar", "is headed by", "Tamim", "2013-06/..").in(wire)),
        .init(
            .backfilled, "the office holder before", Draft("Qatar", "is headed by", "Tamim", "2013-06-25/.."),
            Draft("Qatar", "is headed by", "Hamad", "1995/2013-06-24").in(wire)),
        .init(
            .updated, "somebody who moved", Draft("Haniyeh", "resides in", "Gaza", "2006/.."),
            Draft("Haniyeh", "resides in", "Doha", "2020-01/..").in(wire)),
        .init(
            .updated, "more planes later", Draft("Qatar", "has sent planes", "80", "2024-03"),
            Draft("Qatar", "has sent planes", "115", "2024-06").in(wire)),
        .init(
            .updated, "a death toll that rose, undated", Draft("quake", "death toll", "12"),
            Draft("quake", "death toll", "14").in(wire)),
        .init(
            .updated, "a death toll that rose in one report", Draft("quake", "death toll", "12"),
            Draft("quake", "death toll", "at least 14")),
        .init(
            .backfilled, "a death toll of an earlier hour", Draft("quake", "death toll", "14"),
            Draft("quake", "death toll", "12").in(wire)),
        .init(
            .updated, "a reserve that can only fall fell", Draft("Qatar", "reserves", "US$9 billion"),
            Draft("Qatar", "reserves", "US$4 billion").in(wire)),
        .init(
            .updated, "the quote says so", Draft("Mossad", "is headed by", "Cohen").quoting("Cohen heads the Mossad"),
            Draft("Mossad", "is headed by", "Barnea").quoting("The Mossad is now led by Barnea").in(wire)),
        .init(
            .backfilled, "the quote said so before",
            Draft("Mossad", "is headed by", "Barnea").quoting("Barnea replaced Cohen at the Mossad"),
            Draft("Mossad", "is headed by", "Cohen").quoting("Cohen heads the Mossad").in(wire)),
        .init(
            .updated, "a state that ended", Draft("Haniyeh", "resides in", "Doha", "2020"),
            Draft("Haniyeh", "resides in", "Doha", "2021").denied.in(wire)),
        .init(
            .updated, "one report turns from one year to another", Draft("Qatar", "is headed by", "Hamad", "2012"),
            Draft("Qatar", "is headed by", "Tamim", "2014")),
    ]
}
