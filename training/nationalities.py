"""Adjectives and nouns of nationalities, peoples and religious groups, for marking groups in corpora that don't."""

ADJECTIVES = """afghan albanian algerian american angolan argentine argentinian armenian australian austrian azerbaijani azeri bahraini
bangladeshi belarusian belarussian belgian beninese bhutanese bolivian bosnian botswanan brazilian british bulgarian burmese burundian
cambodian cameroonian canadian chadian chilean chinese colombian congolese croatian cuban cypriot czech danish djiboutian dominican dutch
ecuadorian egyptian emirati english eritrean estonian ethiopian european fijian filipino finnish french gabonese gambian georgian german
ghanaian greek guatemalan guinean haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian
jamaican japanese jordanian kazakh kazakhstani kenyan korean kosovar kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian
luxembourgish macedonian malagasy malawian malaysian maldivian malian maltese mauritanian mauritian mexican moldovan mongolian montenegrin
moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan
peruvian polish portuguese qatari romanian russian rwandan salvadoran samoan saudi scottish senegalese serbian serb singaporean slovak
slovenian slovene somali sudanese surinamese swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese tongan tunisian turkish
turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean soviet yugoslav african asian arab arabic
kurdish chechen ossetian abkhaz tatar uyghur uighur rohingya tamil pashtun hazara sinhalese tutsi hutu balkan latin western-european
scandinavian caucasian persian spanish muslim islamic christian jewish sunni shia shiite shi'ite alawite druze catholic orthodox
protestant hindu buddhist sikh yazidi""".split()
NOUNS = """dane dutchman englishman finn frenchman irishman pole scot spaniard swede turk briton kurd jew dutchmen frenchmen
englishmen irishmen""".split()
GROUPS = {w for w in ADJECTIVES} | {w for w in NOUNS} | {w + "s" for w in ADJECTIVES + NOUNS if not w.endswith(("ese", "sh", "ch", "men", "c", "x", "ss"))}


def is_group(form):
    return form[:1].isupper() and form.lower() in GROUPS and form != "English"


COUNTRIES = set("""afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia
bosnia brazil britain bulgaria burma cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark egypt eritrea
estonia ethiopia finland france georgia germany ghana greece haiti hungary iceland india indonesia iran iraq ireland israel italy japan
jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon libya lithuania malaysia mali mexico moldova mongolia montenegro
morocco myanmar nepal netherlands nigeria norway oman pakistan palestine panama peru philippines poland portugal qatar romania russia
rwanda senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia
turkey turkmenistan uganda uk us usa u.s. u.k. ukraine uzbekistan venezuela vietnam yemen zambia zimbabwe gaza crimea kurdistan""".split())


def is_country(form):
    return form.lower() in COUNTRIES
