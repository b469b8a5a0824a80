"""Words of offices, divisions, bodies and customs that one country has: they betray it without naming it.

"A bomb went off in Dhunat upazila": Bangladesh, whatever the map knows of Dhunat. Only words that hardly any other
country shares stand here; those of two or three neighbours are left out, since they tell none of them.
"""

from __future__ import annotations

from collections.abc import Iterable

_SIGNS = (
    "USA:sheriff sheriffs Sheriff Sheriff's sheriff's congressman congressmen Congressman congresswoman "
    "gubernatorial GOP Medicaid Medicare FEMA Interstate I-5 I-10 I-20 I-35 I-40 I-65 I-70 I-75 "
    "I-80 I-85 I-90 I-94 I-95 misdemeanor felony felonies Elks Kiwanis NCAA NFL Thanksgiving freshman sophomore|"
    "GBR:NHS Tory Tories borough constabulary Constabulary councillor motorway Ofsted Holyrood Westminster|"
    "CAN:RCMP OPP Mountie Mounties reeve|IRL:garda gardai gardaí Garda Gardai Gardaí Taoiseach Dáil Dail|"
    "IND:lakh lakhs crore crores panchayat taluk taluks BJP lathicharge lathi-charge lathicharged lathi-charged "
    "Naxals Naxal naxalites Naxalites Naxalite Adivasi Adivasis Dalit Dalits|BGD:upazila upazilas Upazila Upazilas|"
    "NPL:VDC VDCs Madhesi Madhesis Tharu Tharus|PAK:khassadar khasadar khassadars|"
    "ETH:woreda woredas Woreda kebele kebeles Kebele Oromo Oromos Oromia Amhara Amharas|NGA:LGA LGAs naira|"
    "KEN:matatu matatus|UGA:UPDF|ZAF:SAPS|ZWE:ZRP|COD:FARDC MONUSCO Monusco groupement|THA:tambon amphoe|"
    "PHL:barangay barangays Barangay Brgy sitio Sitio purok Purok|IDN:kabupaten kecamatan kelurahan|"
    "COL:corregimiento corregimientos vereda veredas|BRA:favela favelas|SSD:payam payams|MDG:fokontany"
)
_SIGN_OF = {word: line[:3] for line in _SIGNS.split("|") for word in line[4:].split()}


def countries_by_signs(words: Iterable[str]) -> frozenset[str]:
    """The countries that the words of a text betray without naming them, as ISO codes.

    >>> sorted(countries_by_signs(["The", "gardaí", "asked", "the", "sheriff"]))
    ['IRL', 'USA']
    """
    return frozenset(_SIGN_OF[word] for word in words if word in _SIGN_OF)
