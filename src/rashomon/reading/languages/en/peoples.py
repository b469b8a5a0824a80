"""Adjectives and nouns of peoples, and the land each is made of: "Sri Lankan", "Texans", "Chechen"."""

from __future__ import annotations

from rashomon.codebook.actor_countries import country_name, demonym_for

_OF_REGIONS = (
    "Abkhaz Abkhazian:Abkhazia|Ossetian South_Ossetian:South Ossetia|North_Ossetian:North Ossetia|"
    "Chechen:Chechnya|Ingush:Ingushetia|Dagestani:Dagestan|Tatarstani:Tatarstan|Bashkir:Bashkortostan|"
    "Crimean:Crimea|Siberian:Siberia|Kashmiri:Kashmir|Punjabi:Punjab|Sindhi:Sindh|Baloch Balochi:Balochistan|"
    "Tibetan:Tibet|Catalan Catalonian:Catalonia|Basque:Basque Country|Galician:Galicia|Andalusian:Andalusia|"
    "Bavarian:Bavaria|Prussian:Prussia|Sicilian:Sicily|Sardinian:Sardinia|Corsican:Corsica|Tuscan:Tuscany|"
    "Venetian:Venice|Breton:Brittany|Flemish:Flanders|Walloon:Wallonia|Cornish:Cornwall|"
    "Scottish Scots Scot:Scotland|Welsh Welshman:Wales|English Englishman:England|Northern_Irish:Northern Ireland|"
    "Darfuri Darfurian:Darfur|Tigrayan:Tigray|Katangese:Katanga|Zanzibari:Zanzibar|Puntlander:Puntland|"
    "Somalilander:Somaliland|Gazan:Gaza|Levantine:Levant|Saharan:Sahara|Sahelian:Sahel|Caucasian:Caucasus|"
    "Scandinavian:Scandinavia|African:Africa|Asian:Asia|European:Europe|Australasian:Australasia|"
    "North_American:North America|South_American:South America|Central_American:Central America|"
    "Latin_American:Latin America|Central_Asian:Central Asia|West_African:West Africa|East_African:East Africa|"
    "Londoner:London|Parisian:Paris|Berliner:Berlin|Muscovite:Moscow|Athenian:Athens|Viennese:Vienna|"
    "New_Yorker:New York|Angeleno:Los Angeles|Chicagoan:Chicago|Bostonian:Boston|Torontonian:Toronto|"
    "Montrealer:Montreal|Sydneysider:Sydney|Ontarian:Ontario|Quebecer Québécois Quebecois:Quebec|Albertan:Alberta|"
    "Manitoban:Manitoba|Nova_Scotian:Nova Scotia|British_Columbian:British Columbia|Newfoundlander:Newfoundland|"
    "Tasmanian:Tasmania|Queenslander:Queensland|Alabamian Alabaman:Alabama|Alaskan:Alaska|Arizonan:Arizona|"
    "Arkansan:Arkansas|Californian:California|Coloradan:Colorado|Delawarean:Delaware|Floridian:Florida|"
    "Hawaiian:Hawaii|Idahoan:Idaho|Illinoisan:Illinois|Hoosier Indianan:Indiana|Iowan:Iowa|Kansan:Kansas|"
    "Kentuckian:Kentucky|Louisianan Louisianian:Louisiana|Mainer:Maine|Marylander:Maryland|"
    "Michigander Michiganian:Michigan|Minnesotan:Minnesota|Mississippian:Mississippi|Missourian:Missouri|"
    "Montanan:Montana|Nebraskan:Nebraska|Nevadan:Nevada|New_Mexican:New Mexico|North_Carolinian:North Carolina|"
    "North_Dakotan:North Dakota|Ohioan:Ohio|Oklahoman:Oklahoma|Oregonian:Oregon|Pennsylvanian:Pennsylvania|"
    "Rhode_Islander:Rhode Island|South_Carolinian:South Carolina|South_Dakotan:South Dakota|Tennessean:Tennessee|"
    "Texan:Texas|Utahn:Utah|Vermonter:Vermont|Virginian:Virginia|West_Virginian:West Virginia|"
    "Wisconsinite:Wisconsin|Wyomingite:Wyoming"
)
_LANDS = {
    people.replace("_", " "): land
    for line in _OF_REGIONS.split("|")
    for peoples, land in [line.split(":")]
    for people in peoples.split()
}


def land_of(words: str) -> str | None:
    """The name of the one land that a people's name or adjective is made of; None where there is none, or two.

    >>> land_of("Sri Lankan"), land_of("Texans"), land_of("Congolese"), land_of("Paris")
    ('Sri Lanka', 'Texas', None, None)
    """
    for form in (words, words.removesuffix("s")):
        if form in _LANDS:
            return _LANDS[form]
    countries = demonym_for(words)
    return country_name(countries[0]) if len(countries) == 1 else None
