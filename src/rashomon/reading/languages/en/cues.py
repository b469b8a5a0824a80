"""English words that say who says: verbs, nouns, adverbs and phrases, with stance and what they need.

An entry of a verb table is a lemma, its frames (`speech.Cue`) and the prepositions that bring its content.
Frames follow how often newspaper prose uses the verb so; a frame that is mostly something else ("saw
the car") is left out, since a cue too many is a speaker too many.
"""

from __future__ import annotations

from rashomon.model.claims import Stance
from rashomon.reading.languages.en.inflection import written_forms
from rashomon.reading.speech import Cue, Cues

_ASSERTS = """
say CQXO about; tell CQX of,about; state CQO; add CQ; note CQO; write CQ about,of; announce CQOS;
report CQXOS about; declare CQOA; explain CQO; claim CQXO; insist CQ on; argue CQX for,against;
suggest CQOX; tweet CQO; retweet QO; post CQO; reveal CQO; indicate CQO; show C with; find C with;
conclude CQ by; warn CQ of,against,about; point C to,as; recall CQO; reply CQ; respond CQ by; answer CQ;
retort CQ; estimate CQXO; read CQ; assert CQO; emphasize CQO; emphasise CQO; stress CQO; allege CQO;
complain CQ about,of; predict CQO; forecast CO; remark CQ on; boast CQ about,of; brag CQ about;
contend CQ; maintain CQ; charge CQ with; caution CQ against; mention COS as; describe CO as; depict O as;
portray O as; characterize O as; characterise O as; cite O as; reiterate CQO; repeat CQO; underline CO;
underscore C; continue Q; recount CQO; relate CQ; testify CQ to; affirm CQO; specify CQ; clarify CQO;
disclose CQO; divulge CO; document CO; detail O; outline O; joke CQ about; quip CQ; shout CQ; yell CQ;
scream Q; cry Q; chant CQO; lament CQO; bemoan O; exclaim CQ; mutter CQ; whisper CQ; inform CQ of;
notify C of; assure CQ of; remind CQ of; observe CQ; hint CQ at; imply C; signal CO; reckon C;
proclaim CQO; speculate CQ about; attest C to; assess C; deem OS; reference O; list O; recite O;
demonstrate C; highlight O; tout O; refer P to,as; allude P to; speak P of,about; talk P about;
comment CQ on; elaborate P on; interject Q; counter CQ; rebut O; chime Q; echo QOS; intone Q;
volunteer Q; discover C; learn C; opine CQ; posit C; propound C; surmise C; theorize C; postulate C;
hypothesize C; muse CQ; put QN at; place N at; set N at; begin Q by; agree CQ;
accuse O of; blame O for,on; denounce CQO as;
condemn O; deplore O; decry O; liken P to; attribute OS to; ascribe O; credit O for,with;
quote CO as; headline Q; title Q; advise CQX; calculate C; acclaim O; count CD; preach CQ; sing Q; blog CQ;
email CQ; text CQ; message CQ; telegraph C; radio C; cable C; inquire CQ; enquire CQ;
record D; register D; tally D; log D; give D
"""

_CONFIRMS = """
confirm CQOS; acknowledge CQO; admit CQO to; concede CQO; verify CO; corroborate CO; recognize C;
recognise C; certify CO; authenticate O
"""

_DENIES = """
deny COX; reject OS; refute CO; dispute CO; dismiss O as; disavow O; contradict O; repudiate O; rebuff O;
disclaim O
"""

_DOUBTS = """
doubt CO; question CQO; wonder CQ
"""

_ATTITUDES = """
publish O; insult O; articulate O; congratulate O; despise O; withhold O; sponsor O; contemplate O;
think CQ of; believe C in; hope CX for; fear CO; expect X; wish CX; know C; suspect C; imagine C;
figure C; assume C; guess C; understand C; see P as; view P as; regard P as; consider C; prefer XO;
worry CQ about; agree CX with,on,to; decide X; promise CXOQ; pledge CXOQ; vow CXQ; swear CX; threaten CX;
refuse X; decline XO; propose CXO; urge CXOQ; call XAC for; realize C; notice C; downplay O; assail O;
veto O; remember O; reaffirm O; name S as; frame O as; double P on; press P on,about; touch P on;
support S; ask CQX about,for; demand COX; order XC; request OCX; recommend COX; encourage X; instruct XC;
beg XQ; plead XQ with,for; appeal XQ for; challenge X; offer OX; issue O;
invoke O;
resist O; seek X; aim X; criticize O for,as; criticise O for; slam O for; blast O for; lambast O;
lambaste O for; rebuke O for; chide O for; scold O for; mock O for; ridicule O; deride O;
attack O for,as; praise O for,as; hail O as; applaud O; laud O for; commend O; thank O for; welcome O;
endorse OS for; oppose OX; defend O as; advocate O for; discuss CO; debate C; express O; voice O;
second O; caricature O; paint O as; cast P as; label A; brand A; dub A; term A; favor X;
disagree CQ with; object CQ to; protest CQ; rail P against; apologize P for; apologise P for;
vouch P for; balk P at; want XCO; plan X for; intend XC; support OX; back O; see O as; view O as;
vote X for; promote O; embrace O; share O; know OC; determine C; understand CO;
consider CXO; favour OX; favor OX; think CQ of,about; persuade XO; convince CO; like X;
recognise O; expect XOC; seek XO; believe CO in; stand P by; feel C; ignore O; press O for,on; push P for,against;
name O as; rank O; respond P to; look X; champion O; herald O; regard O as; aim X at; project CXO;
seem X like; appear XA; convince C; persuade C; rule C; care P about; love X;
hate O
"""

_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "read": "read",
    "find": "found",
    "show": "showed shown",
    "see": "saw seen",
    "think": "thought",
    "feel": "felt",
    "know": "knew known",
    "understand": "understood",
    "swear": "swore sworn",
    "put": "put",
    "begin": "began begun",
    "give": "gave given",
    "speak": "spoke spoken",
    "seek": "sought",
    "forecast": "forecast",
    "learn": "learned learnt",
    "sing": "sang sung",
    "cast": "cast",
    "beg": "begged begging",
}

_NOUNS = """
charge C; remark C about; statement C; claim COX of; report C; announcement C; allegation CO of;
accusation CO of,against; assertion CO of; warning CO of; news C; mention O of; word C; rumor CO of;
rumour CO of; suggestion C; argument C; admission CO of; acknowledgement CO of; acknowledgment CO of;
confirmation CO of; denial CO of; conclusion C; complaint CO about; conviction C; indication C;
estimate CO of; prediction CO of; comment C about,on; response C; answer C; message C; proof C;
speculation CO about; insistence CO on; contention C; revelation CO of,about; declaration CO of;
testimony C; description O of; reference O to; critique O of; joke C about; story C of,about
"""

_ATTITUDE_NOUNS = """
confidence C; agreement CX; praise P for; enthusiasm P for; determination X; inclination X; hope CX of;
opinion C of,on; consensus C on; decision X on; thought C on; doubt C about; belief C; fear C;
concern C about; talk P about; desire X; rejection O of; reluctance X; recognition C; assurance C;
promise CX; pledge CX; vow CX; threat X; impression C; view C of; criticism O of; call OX for; plea OX for;
demand OC for; question C about,of; support O for; plan X; proposal CX; idea C; notion C; debate C about,over;
commitment X to; understanding C of
"""

_ADJECTIVES = """
confident CX of,about; convinced C of; worried C about; concerned C about; sure C of; certain C of;
glad CX; aware C of; hopeful C about; optimistic C about; pessimistic C about; skeptical C of,about;
sceptical C of,about; afraid CX of; clear C about; adamant C about; critical P of; supportive P of;
dismissive P of; doubtful C of; proud CX of; happy CX about,with; unhappy C about,with;
disappointed C with,by; surprised C by; eager X; reluctant X; willing X; unwilling X; ready X; open P to;
opposed P to; committed P to; wary P of; furious P about; sorry C for
"""

_ADVERBS: dict[str, Stance] = dict.fromkeys(
    ("reportedly", "allegedly", "purportedly", "supposedly"), "asserts"
)
_PHRASES: dict[str, Stance] = {"according to": "asserts", "as per": "asserts"}

_PEOPLE = """
source sources witness witnesses eyewitness eyewitnesses resident residents villager villagers local locals
inhabitant inhabitants survivor survivors official officials insider insiders bystander bystanders onlooker
onlookers observer observers neighbor neighbors neighbour neighbours relative relatives medic medics
"""
_OFFICES = """
spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons official officials minister president
premier chancellor king queen prince emir sheikh sultan general colonel major captain lieutenant sergeant
commander commandant chief leader head governor mayor ambassador envoy secretary director deputy officer
officers admiral brigadier marshal corporal chairman chairwoman chair coordinator representative senator
congressman congresswoman lawmaker legislator mp judge prosecutor attorney lawyer doctor surgeon sheriff
inspector superintendent constable detective coroner analyst expert professor researcher bishop priest imam
cardinal pope pastor elder chairperson administrator prefect commissioner councillor councilor aide adviser
advisor correspondent reporter journalist editor manager owner founder treasurer clerk
"""
_DOCUMENTS = """
statement statements communique communiqué report reports document documents letter letters memo memorandum
release bulletin dispatch note text study survey poll filing affidavit indictment complaint lawsuit ruling
record records data figures statistics post tweet email e-mail video footage article story book transcript
declaration message cable assessment analysis review investigation inquiry probe census petition brief
"""
_MEDIA = """
newspaper newspapers daily weekly magazine radio television tv channel broadcaster station agency network presse
website site media press outlet outlets blog wire paper tabloid journal news newswire podcast
times post herald tribune gazette guardian telegraph courier chronicle observer mirror
reuters afp ap bbc cnn rfi npr upi aljazeera tass xinhua bloomberg dpa efe ansa anadolu
"""
_BODIES = """
army forces force military navy government ministry department police command coalition alliance group
movement front party council agency committee commission union organisation organization association
federation office bureau administration court hospital university institute center centre company
corporation bank foundation watch observatory mission authority authorities brigade battalion staff
parliament congress senate house kremlin pentagon state states nations emirate brotherhood militia rebels
service services guard guards directorate presidency embassy team campaign charity ngo rights league
syndicate network corps squad unit regiment division
"""


_RANKS = """
mr mrs ms miss dr prof sir lord lady col gen lt maj capt sgt cpl adm brig cmdr cdr sen rep gov pres hon rev
colonel general major captain lieutenant sergeant admiral brigadier marshal president minister sheikh
commander chief mayor governor senator ambassador king prince pope imam judge inspector sheriff
"""
_OCCASIONS = """
interview conference briefing speech address hearing call broadcast phone telephone television radio
statement report release message letter document video recording post tweet bulletin communique communiqué
"""
_TIMES = """
monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later week month
year day morning afternoon evening night january february march april may june july august september
october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. weekend
"""
_PLAIN_MODIFIERS = """
a an the this that one two three several some many senior top former chief deputy local unnamed unidentified
anonymous another other first high-ranking ranking long retired acting assistant his her its their own
longtime main leading new old young second key its
"""
_ANONYMITY = "anonymity unnamed anonymous anonymously unidentified"
_ADDRESSED = "tell inform assure remind warn notify ask advise convince persuade"
_HEDGING = """
say report believe think allege know understand presume rumour rumor expect suspect fear estimate claim
"""
_COUNTS = "toll number figure count estimate total tally deaths casualties losses dead wounded injured"
_NOBODY = "no nobody none neither"
_CITING = "cite quote"
_WITHHELD = "refuse decline unable fail hesitate stop avoid unwilling cannot"


def _verbs() -> dict[str, Cue]:
    groups: tuple[tuple[str, Stance, bool], ...] = (
        (_ATTITUDES, "asserts", False),
        (_DOUBTS, "doubts", True),
        (_DENIES, "denies", True),
        (_CONFIRMS, "confirms", True),
        (_ASSERTS, "asserts", True),
    )
    found: dict[str, Cue] = {}
    for table, stance, assertive in groups:
        for cue in _read_table(table, stance, assertive):
            found[cue.lemma] = _joined(found.get(cue.lemma), cue)
    return found


def _joined(earlier: Cue | None, cue: Cue) -> Cue:
    if earlier is None:
        return cue
    return Cue(
        lemma=cue.lemma,
        frames="".join(sorted({*earlier.frames, *cue.frames})),
        prepositions=tuple(sorted({*earlier.prepositions, *cue.prepositions})),
        stance=cue.stance,
        assertive=cue.assertive,
    )


def _read_table(table: str, stance: Stance, assertive: bool) -> list[Cue]:
    rows = [entry.split() for entry in table.replace("\n", " ").split(";")]
    return [
        Cue(
            lemma=row[0],
            frames=row[1].replace("P", ""),
            prepositions=tuple(row[2].split(",")) if len(row) > 2 else (),
            stance=stance,
            assertive=assertive,
        )
        for row in rows
    ]


def _forms(verbs: dict[str, Cue]) -> dict[str, str]:
    found: dict[str, str] = {}
    for lemma in verbs:
        for form in written_forms(lemma, _IRREGULAR.get(lemma, "").split()):
            found.setdefault(form, lemma)
    return found


_VERBS = _verbs()

ENGLISH_CUES = Cues(
    verbs=_VERBS,
    forms=_forms(_VERBS),
    nouns={
        cue.lemma: cue
        for table, assertive in ((_NOUNS, True), (_ATTITUDE_NOUNS, False))
        for cue in _read_table(table, "asserts", assertive)
    },
    adjectives={cue.lemma: cue for cue in _read_table(_ADJECTIVES, "asserts", assertive=False)},
    adverbs=_ADVERBS,
    phrases=_PHRASES,
    people=frozenset(_PEOPLE.split()),
    offices=frozenset(_OFFICES.split()),
    documents=frozenset(_DOCUMENTS.split()),
    media=frozenset(_MEDIA.split()),
    bodies=frozenset(_BODIES.split()),
    ranks=frozenset(_RANKS.split()),
    occasions=frozenset(_OCCASIONS.split()),
    times=frozenset(_TIMES.split()),
    plain_modifiers=frozenset(_PLAIN_MODIFIERS.split()),
    anonymity=frozenset(_ANONYMITY.split()),
    addressed=frozenset(_ADDRESSED.split()),
    hedging=frozenset(_HEDGING.split()),
    counts=frozenset(_COUNTS.split()),
    nobody=frozenset(_NOBODY.split()),
    citing=frozenset(_CITING.split()),
    withheld=frozenset(_WITHHELD.split()),
)
"""The cue words of English."""
