import Facts

/// The second that a date names, or now.
func recordingTime(_ date: String?) throws -> Int {
    guard let date else { return Terminal.now }
    guard let second = Time(edtf: date)?.start.earliest, !date.contains("/") else { throw Failure.date(date) }
    return second
}
