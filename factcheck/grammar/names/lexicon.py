"""The closed word classes that name reading leans on: own lists of plain facts about English news copy."""

from __future__ import annotations

from factcheck.grammar.text import word_set

ROLES = word_set(
    """
    president vice-president co-president premier minister chancellor vice-chancellor secretary
    secretary-general undersecretary commissioner ambassador envoy governor lieutenant-governor mayor senator
    congressman congresswoman representative assemblyman councilman councilwoman councillor speaker whip king
    queen prince princess duke duchess emir sultan sheikh ayatollah tsar pope archbishop bishop cardinal rabbi
    imam pastor reverend father sister brother judge justice attorney prosecutor sheriff marshal chief deputy
    head leader chairman chairwoman chairperson chair director director-general manager officer ceo cfo coo
    executive founder co-founder cofounder owner co-owner editor editor-in-chief publisher reporter
    correspondent journalist columnist anchor presenter host author writer novelist poet playwright
    screenwriter filmmaker producer actor actress comedian comic model singer vocalist frontman frontwoman
    guitarist bassist drummer keyboardist pianist percussionist violinist cellist saxophonist trumpeter rapper
    songwriter singer-songwriter musician composer conductor dj artist painter sculptor photographer designer
    architect engineer scientist physicist chemist biologist astronomer astronaut cosmonaut mathematician
    economist historian philosopher professor lecturer researcher scholar analyst strategist expert consultant
    adviser advisor aide spokesman spokeswoman spokesperson lawyer barrister solicitor activist campaigner
    lobbyist politician lawmaker legislator mp mep msp candidate nominee delegate diplomat official general
    colonel major captain lieutenant sergeant corporal private admiral commander commodore brigadier inspector
    superintendent constable detective agent soldier pilot player striker midfielder defender goalkeeper
    forward winger coach trainer quarterback pitcher catcher batsman bowler cricketer footballer golfer boxer
    swimmer sprinter cyclist driver rider jockey champion teammate bandmate businessman businesswoman
    entrepreneur investor billionaire banker financier developer programmer doctor physician surgeon nurse
    psychologist teacher student principal dean provost rector mother son daughter husband wife widow fiancee
    fiance girlfriend boyfriend cousin uncle aunt nephew niece friend colleague counterpart rival successor
    predecessor partner neighbour neighbor mr mrs ms mx dr prof sir dame lord lady baron baroness rev hon gen
    lt col maj capt cmdr sgt cpl pvt gov sen sens rep reps pres amb adm brig supt insp det st-sgt
    """
)
"""Titles, offices and trades that stand before a name and are no part of it, in lower case."""

ROLE_PLURALS = word_set(
    """
    presidents premiers ministers chancellors leaders heads ambassadors envoys governors mayors senators
    representatives kings chiefs directors officials diplomats delegates delegations founders co-founders
    members actors actresses singers musicians brothers sisters players drivers lawmakers politicians messrs
    counterparts delegates guitarists vocalists authors writers scientists engineers astronauts
    """
)
"""The same for two or more people ("Presidents …"); they open lists."""

ROLE_QUALIFIERS = word_set(
    """
    prime foreign defence defense interior finance home trade health justice energy education first second
    vice deputy acting interim former late then current ex outgoing incoming senior junior assistant associate
    executive managing general chief fellow co lead creative technical artistic musical founding original new
    old young veteran retired long-time longtime onetime one-time caretaker national state federal special
    supreme lieutenant head staff vice-chief crown his her their its our the a an permanent high honorary bass
    rhythm backing session folk rock pop jazz film television tv radio star
    """
)
"""Words that stand before a role ("acting prime minister", "creative director")."""

ORGANISATION_HEADS = word_set(
    """
    union league association alliance council organization organisation treaty nations society band party
    commission committee community cooperation confederation federation coalition group forum conference
    congress parliament assembly senate house court agency authority bureau department ministry office
    institute institution university college school academy club team corps army navy force forces guard
    brigade front movement network foundation fund bank company corporation corp inc ltd llc plc co holdings
    bloc pact accord accords agreement convention protocol charter partnership initiative board panel service
    services church temple mosque museum library hospital centre center times post journal tribune herald news
    press broadcasting television radio orchestra choir chorus ensemble quartet quintet trio duo brothers
    sisters boys girls stones republic kingdom commonwealth states emirates caucus fellowship guild order
    lodge brotherhood squad crew gang cartel mafia clan dynasty government cabinet administration police fbi
    cia secretariat tribunal chamber lords commons motors electric airlines airways records pictures studios
    entertainment games united city county rovers athletic wanderers fc afc jihad state zone market area
    summit cup series district province region island islands sea ocean river lake mountain mountains airport
    stadium park street road avenue square bridge tower hall theatre theater hotel observatory fame eyes quad
    trust programme program rights war entente axis triangle
    """
)
"""Words that head the name of an institution, a pact or a place rather than of a person."""

OF_HEADS = word_set(
    """
    house bank university college school ministry department office institute academy society association
    organization organisation council committee court church city republic kingdom league congress chamber
    board bureau federation confederation union alliance community commission conference order knights museum
    library centre center duchy state states federated sultanate emirate commonwealth people gulf bay cape
    isle isles strait sea treaty battle group hall democratic party army movement brotherhood friends doctors
    reporters convention declaration charter forum foundation fellowship fellow speaker secretary chief
    """
)
"""Words that carry on through "of" or "for" within one name ("Bank of …", "Association for …")."""

FOR_HEADS = word_set(
    """
    institute institution office academy society association organization organisation council committee centre center
    league congress board bureau federation alliance commission conference movement friends campaign coalition forum
    foundation secretary school university college department ministry fund programme program agency network
    """
)
"""Those of them that "for" may follow within one name ("Centre for …"), unlike "left the party for …"."""

PARTICLES = word_set(
    """
    van von der den de da di del della du dos das la le el al ibn bin bint ben ter ten zu y e st ul ur abu af
    av
    """
)
"""Lower-case words inside a person's name."""

CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu
    thurs fri sat sun christmas easter ramadan today yesterday tomorrow
    """
)
"""Names of days and months: capitalised, but nobody's name in a list of members."""

FUNCTION_WORDS = word_set(
    """
    the a an in on at it he she they we i but and or so if when while as after before since this that these those
    there here his her their its our my your you what who whom whose which how why where for from with by to not no
    some many most all also meanwhile however still then now both each every either neither none another other
    others such more less few several last next earlier later recently according although though because despite
    during until unlike under over between among about against without within following including like through than
    were was is are be been being has have had will would can could may might must shall should did does do only
    just even yet nor per via upon amid among amongst alongside along together instead perhaps maybe yes well
    indeed moreover furthermore additionally initially originally finally eventually subsequently previously
    formerly prior today let
    """
)
"""Words that are never part of a name, capitalised only because they open a sentence or stand in a headline."""

OPENING_WORDS = word_set(
    """
    two three four five six seven eight nine ten eleven twelve one once twice first second third former currently
    present born named called known file photo image picture video left right centre l r back front top bottom row
    caption pictured seen clockwise members member leaders founder hours days weeks months years people countries
    nations states fellow foreign police officials experts critics supporters sources reports
    """
)
"""Words that open a sentence or a caption, but that may stand inside a name ("United Nations")."""
