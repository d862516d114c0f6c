/// Currencies by ISO 4217 and the ways in which news writes them.
package enum Currency {
    /// Every active code of ISO 4217 but those for metals, tests and none.
    package static let codes: Set<String> = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP \
        CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD \
        IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR \
        MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP \
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF \
        XPF YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init))

    /// Signs that stand before an amount, longest first.
    ///
    /// A bare `$` is read as the US dollar, as agencies use it.
    static let signs: [(words: String, meaning: String)] = [
        ("us$", "USD"), ("us $", "USD"), ("nz$", "NZD"), ("hk$", "HKD"), ("a$", "AUD"), ("c$", "CAD"), ("r$", "BRL"),
        ("$", "USD"),
        ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₪", "ILS"), ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"), ("₩", "KRW"),
        ("₴", "UAH"),
    ]

    /// The code that capitals stand for: a code, or what a country writes instead of it.
    static func code(_ capitals: String) -> String? {
        ["NIS": "ILS", "QR": "QAR"][capitals] ?? (codes.contains(capitals) ? capitals : nil)
    }

    /// Words that stand after an amount, in lower case.
    static let words: [String: String] = [
        "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD", "u.s. dollars": "USD",
        "euro": "EUR", "euros": "EUR", "pound sterling": "GBP", "pounds sterling": "GBP", "yen": "JPY", "yuan": "CNY",
        "renminbi": "CNY", "shekel": "ILS", "shekels": "ILS", "new shekels": "ILS", "nis": "ILS",
        "qatari riyal": "QAR", "qatari riyals": "QAR", "saudi riyal": "SAR", "saudi riyals": "SAR", "rouble": "RUB",
        "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "swiss franc": "CHF", "swiss francs": "CHF",
        "dirham": "AED", "dirhams": "AED", "rupee": "INR", "rupees": "INR", "egyptian pound": "EGP",
        "egyptian pounds": "EGP", "turkish lira": "TRY",
    ]
}
