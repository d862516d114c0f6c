import Extraction
import Testing

@Suite struct `What is no prose` {
    private func omission(_ text: String) throws -> Boilerplate? { try report(text).blocks.first?.omission }

    @Test(arguments: [
        ("Tuesday 25 February 2020 - 14:06", Boilerplate.timestamp), ("Published: 3 May 2021, 9:15 am GMT", .timestamp),
        ("Updated 2 hours ago", .timestamp), ("2020-02-25", .timestamp), ("Story Code : 12345", .number),
        ("Share on Facebook", .sharing), ("Facebook Twitter WhatsApp Email", .sharing),
        ("Comments are closed.", .comments),
        ("12 comments", .comments), ("Related Stories", .related), ("Read more: Envoys meet in Doha", .related),
        ("ADVERTISEMENT", .advertisement), ("Story continues below advertisement", .advertisement),
        ("We use cookies to give you the best experience.", .cookies), ("© 2021 Gulf Ledger", .copyright),
        ("Copyright 2020 Gulf Ledger. All rights reserved.", .copyright),
        ("Subscribe to our newsletter", .subscription),
        ("Back to top", .navigation), ("(photo credit: J. DOE)", .credit), ("[Photo by Jane Doe]", .credit),
        ("Doha skyline Shutterstock", .credit), ("By Jane Doe and John Roe", .byline), ("By JANE DOE", .byline),
        ("###!", .ornament), ("……", .ornament), ("Source: Gulf Ledger", .byline),
    ])
    func `says so`(text: String, reason: Boilerplate) throws {
        #expect(try omission(text) == reason)
    }

    @Test(arguments: [
        "In May 2020 the talks ended.", "March is over.", "May 2020 was hot, and June was not.", "He shared the prize.",
        "Comments by the envoy were published on Monday.", "By Monday the talks had ended.", "Qatar denied it.",
        "The firm sold 3 million cookies.", "Facebook was fined by the court.", "They print and email the list.",
        "Reuters reported the visit.", "The agency quoted Reuters.", "The visit, first reported by Reuters",
        "2,400 people died.",
        "Advertisement revenue fell by a third.", "The photo: a man in a boat.", "She was told to close the shop.",
        "Talks collapse",
        "By the end of 2020 it had none",
    ])
    func `is never a sentence`(text: String) throws {
        #expect(try omission(text) == nil)
    }

    @Test func `is an infobox to the next empty line`() throws {
        let blocks = try report("Infobox\n- Map: map.svg\n- Capital: Doha\n\nQatar is a state.").blocks
        #expect(blocks.map(\.omission) == [.infobox, .infobox, .infobox, nil])
    }

    @Test func `is the title, what is said twice, and the references`() throws {
        let text = """
            ---
            title: “Envoy flies home”
            ---
            # Envoy flies home

            The envoy flew home late on Monday night.

            The envoy flew home late on Monday night.

            Yes. ## no

            Yes. ## no

            ## References

            A book of 2009 about envoys and their flights.

            ### Notes

            A note.

            ## Later

            He came back.
            """
        let blocks = try report(text, "wire.md").blocks
        #expect(
            blocks.map(\.omission) == [
                .title, nil, .repeated, nil, nil, .references, .references, .references, .references, nil, nil,
            ])
    }

    @Test func `has a phrase for each reason`() {
        #expect(Set(Boilerplate.allCases.map(\.phrase)).count == Boilerplate.allCases.count)
    }
}
