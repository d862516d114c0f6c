/// Adjectives of countries: "Qatari" is of Qatar.
///
/// They stand for the country only where somebody's or something's belonging is said: "the Qatari ambassador". "The Qataris" are people.
enum Demonyms {
    /// The country that an adjective belongs to, or the country's own name; `nil` for any other word.
    static func country(of adjective: String) -> String? { countries[adjective] }

    private static let countries: [String: String] = table.split(separator: ",").reduce(into: [:]) { countries, entry in
        let parts = entry.split(separator: ":").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        if parts.count == 2 { for word in parts[0].split(separator: "/") { countries[String(word)] = parts[1] } }
    }

    /// Adjectives that belong to several countries are left out: "Korean", "Congolese", "Guinean".
    private static let table = """
        Afghan: Afghanistan, Albanian: Albania, Algerian: Algeria, American/US/U.S.: United States, Angolan: Angola,
        Argentine/Argentinian: Argentina, Armenian: Armenia, Australian: Australia, Austrian: Austria,
        Azerbaijani/Azeri: Azerbaijan, Bahraini: Bahrain, Bangladeshi: Bangladesh, Belarusian: Belarus, Belgian: Belgium,
        Bolivian: Bolivia, Bosnian: Bosnia and Herzegovina, Brazilian: Brazil, British/UK/U.K.: United Kingdom,
        Bulgarian: Bulgaria, Burmese: Myanmar, Cambodian: Cambodia, Cameroonian: Cameroon, Canadian: Canada, Chadian: Chad,
        Chilean: Chile, Chinese: China, Colombian: Colombia, Croatian: Croatia, Cuban: Cuba, Cypriot: Cyprus,
        Czech: Czech Republic, Danish: Denmark, Djiboutian: Djibouti, Dutch: Netherlands, Ecuadorian: Ecuador,
        Egyptian: Egypt, Emirati/UAE: United Arab Emirates, Eritrean: Eritrea, Estonian: Estonia, Ethiopian: Ethiopia,
        Fijian: Fiji, Finnish: Finland, French: France, Gabonese: Gabon, Gambian: Gambia, Georgian: Georgia,
        German: Germany, Ghanaian: Ghana, Greek: Greece, Guatemalan: Guatemala, Haitian: Haiti, Honduran: Honduras,
        Hungarian: Hungary, Icelandic: Iceland, Indian: India, Indonesian: Indonesia, Iranian: Iran, Iraqi: Iraq,
        Irish: Ireland, Israeli: Israel, Italian: Italy, Ivorian: Ivory Coast, Jamaican: Jamaica, Japanese: Japan,
        Jordanian: Jordan, Kazakh: Kazakhstan, Kenyan: Kenya, Kosovar: Kosovo, Kuwaiti: Kuwait, Kyrgyz: Kyrgyzstan,
        Laotian: Laos, Latvian: Latvia, Lebanese: Lebanon, Liberian: Liberia, Libyan: Libya, Lithuanian: Lithuania,
        Malaysian: Malaysia, Malian: Mali, Maltese: Malta, Mauritanian: Mauritania, Mexican: Mexico, Moldovan: Moldova,
        Mongolian: Mongolia, Montenegrin: Montenegro, Moroccan: Morocco, Mozambican: Mozambique, Namibian: Namibia,
        Nepalese/Nepali: Nepal, Nicaraguan: Nicaragua, Nigerian: Nigeria, Nigerien: Niger, Norwegian: Norway, Omani: Oman,
        Pakistani: Pakistan, Palestinian: Palestine, Panamanian: Panama, Paraguayan: Paraguay, Peruvian: Peru,
        Philippine/Filipino: Philippines, Polish: Poland, Portuguese: Portugal, Qatari: Qatar, Romanian: Romania,
        Russian: Russia, Rwandan: Rwanda, Saudi: Saudi Arabia, Senegalese: Senegal, Serbian: Serbia,
        Singaporean: Singapore, Slovak: Slovakia, Slovenian/Slovene: Slovenia, Somali: Somalia, Spanish: Spain,
        Sudanese: Sudan, Swedish: Sweden, Swiss: Switzerland, Syrian: Syria, Taiwanese: Taiwan, Tajik: Tajikistan,
        Tanzanian: Tanzania, Thai: Thailand, Togolese: Togo, Tunisian: Tunisia, Turkish: Turkey, Turkmen: Turkmenistan,
        Ugandan: Uganda, Ukrainian: Ukraine, Uruguayan: Uruguay, Uzbek: Uzbekistan, Venezuelan: Venezuela,
        Vietnamese: Vietnam, Yemeni: Yemen, Zambian: Zambia, Zimbabwean: Zimbabwe
        """
}
