"""The words that clauses are read by: closed classes, verbs with their forms, nouns that name what happens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from factcheck.grammar.text import word_set

KINDS = {
    "T": "a time expression",
    "D": "a determiner or possessive pronoun",
    "Q": "a number",
    "A": "an adjective",
    "n": "a noun, or a word that no list knows",
    "C": "a capitalised word",
    "x": "a noun with a possessive ending",
    "'": "a possessive ending alone",
    "p": "a pronoun as subject",
    "o": "a pronoun as object",
    "z": "a pronoun with its auxiliary",
    "P": "a preposition",
    "b": "a preposition that also joins clauses",
    "h": "that",
    "w": "a relative pronoun",
    "c": "a word that opens a clause",
    "&": "a word that joins equals",
    "R": "an adverb or a negation",
    "u": "a particle of a verb",
    "t": "to",
    "B": "a form of be",
    "H": "a form of have",
    "O": "a form of do",
    "M": "a modal",
    "J": "an adjective that an infinitive follows",
    "I": "a base form",
    "i": "a base form or a noun",
    "r": "a base form that is the participle as well, or a noun",
    "S": "a present form in -s",
    "s": "a present form in -s or a plural",
    "V": "a past form",
    "E": "a past form or participle",
    "L": "a participle",
    "G": "a form in -ing",
    "g": "a noun in -ing",
    ",": "a comma",
    ";": "a mark that parts statements",
    "(": "an opening bracket",
    ")": "a closing bracket",
}
"""What each letter of a sentence's shape stands for."""

_CLASSES: Mapping[str, str] = {
    "D": "the a an this these those its his her their our my your some any no every another either neither",
    "p": "he she they we it i you there who'd everyone somebody someone nobody everybody anyone",
    "o": "him them us me himself herself itself themselves each",
    "z": """
        it's he's she's that's there's i'm i've i'd i'll we're we've we'd we'll you're you've you'll they're
        they've they'll they'd he'd he'll she'd she'll it'll
        """,
    "P": """
        in on at by of for from with without into onto to upon over under above below between among amongst
        amid amidst around near across along through throughout during against toward towards within inside
        outside behind beyond beside besides despite about via per like unlike following regarding concerning
        including excluding pending preceding except according alongside aboard opposite versus vs
        """,
    "b": "after before since until till as than once",
    "h": "that",
    "w": "who whom which whose",
    "c": """
        if when while because although though whereas whether unless where why how what whenever wherever
        whereby so lest
        """,
    "&": "and or but nor &",
    "t": "to",
    "u": "up out off down away back together apart aside forward",
    "B": "is are was were be been being am isn't aren't wasn't weren't",
    "H": "has have had having hasn't haven't hadn't",
    "O": "do does did doesn't don't didn't",
    "M": """
        will would can could may might shall should must cannot can't couldn't won't wouldn't shouldn't
        mustn't 'll
        """,
    "J": "due likely unlikely able unable ready willing unwilling eligible free keen eager",
    "R": """
        ahead yet further all both each prior
        not never also still already only just even now later here then soon again
        once twice ever often always previously originally currently recently initially finally eventually
        subsequently reportedly allegedly apparently perhaps maybe almost nearly far too instead meanwhile
        thus therefore however moreover earlier ago first early late formerly overnight abroad nationwide
        nowadays afterwards thereafter elsewhere everywhere anymore least most very quite rather well
        otherwise indeed
        """,
    "A": """
        new old former other such same own several many few more most last next first second third fourth
        fifth sixth great big small large high low long short good bad major minor local national
        international foreign federal public private political military economic social legal medical human
        general special main key top senior junior young early late recent current previous final initial full
        half annual daily weekly monthly first-ever long-term dead alive free open armed masked unidentified
        unnamed so-called unprecedented deceased presidential parliamentary northern southern eastern western
        central deadly fatal
        """,
}  # fmt: skip

_IRREGULAR = """
    arise arose arisen|awake awoke awoken|bear bore born|beat beat beaten|become became become
    begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled
    blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built
    burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught
    choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
    deal dealt dealt|dig dug dug|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven
    eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found
    flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
    freeze froze frozen|get got got|get got gotten|give gave given|go went gone|grow grew grown|hang hung hung
    hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known
    lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost
    make made made|mean meant meant|meet met met|overcome overcame overcome|overshoot overshot overshot
    overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put
    quit quit quit|read read read|rebuild rebuilt rebuilt|ride rode ridden|ring rang rung|rise rose risen
    run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
    shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
    shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid
    speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread
    spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck
    strike struck stricken|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung
    take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown
    undergo underwent undergone|understand understood understood|undertake undertook undertaken
    uphold upheld upheld|wear wore worn|win won won|wind wound wound|withdraw withdrew withdrawn
    write wrote written|rewrite rewrote rewritten|resell resold resold|mislead misled misled
    foresee foresaw foreseen|oversee oversaw overseen|withhold withheld withheld|beget begot begotten
    learn learnt learnt|spell spelt spelt|spill spilt spilt|simulcast simulcast simulcast
    forecast forecast forecast|broadcast broadcast broadcast|retake retook retaken|outdo outdid outdone
"""
"""Verbs that form their past otherwise than with -ed: base, past, participle."""

_REGULAR = word_set(
    """
    abandon abduct abolish absorb accept accuse achieve acknowledge acquire acquit act adapt add address admit
    adopt advance advise affect agree aim air allege allow amend amount announce answer apologise apologize
    appeal appear apply appoint approach approve argue arrange arrest arrive ask assassinate assault assert
    assess assist assume attack attempt attend attract authorise authorize avoid await award ban bar base battle
    believe belong benefit blame blast block boast bomb book boost bow boycott broadcast call calm campaign
    cancel capsize capture care carry cause cease celebrate challenge change charge chase check circulate cite
    claim clash clear climb close coincide collaborate collapse collect collide combine comment commit compare
    compete complain complete comply comprise concede conclude condemn conduct confess confirm confront
    congratulate connect consider consist contain contest continue contract contribute control convene convert
    convict cook cooperate cope count cover crash create criticise criticize cross crush cry damage date
    deadlock debate debut decide declare decline decrease dedicate defeat defect defend define delay deliver
    demand demolish demonstrate deny depart depend deploy deport derail describe design destroy detain detect
    determine detonate develop devastate die differ disappear disclose discontinue discover discuss dismiss
    dispatch display dispute disrupt dissolve distribute dominate donate double download draft drag drop drown
    dump earn ease edit educate elect eliminate embark emerge emigrate employ enable encounter encourage end
    endorse enforce engage engulf enjoy enrol enroll ensure enter erupt escalate escape establish estimate
    evacuate evict evolve examine exceed exchange execute exhibit exist expand expect expel experience expire
    explain explode explore export express extend extradite face fail fear feature figure file fill film finance
    finish fire flood flow focus follow force form found fund gain gather generate govern graduate grant greet
    guarantee guard guide halt handle happen harm head heal help highlight hijack hint hire honour honor hope
    host house identify ignite ignore impeach implement imply import impose imprison improve inaugurate incite
    include increase indicate indict infect inform inherit initiate injure inspect inspire install instruct
    insist integrate intend intensify interrupt intervene interview introduce invade invest investigate invite
    involve issue jail join judge jump kick kidnap kill knock lack land last laugh launch lay learn liberate
    license lift limit link list listen live load lobby locate look loot love lower maintain manage march mark
    marry match matter measure mention merge migrate miss mobilise mobilize monitor mount mourn move murder name
    narrow need negotiate nominate note notice notify number obey object observe obtain occupy occur offer open
    operate oppose order organise organize originate orbit oust outlaw outline overturn own pardon park
    participate pass patrol pave peak perform perish permit persuade place plan plant play plead pledge plunge
    point poll portray pose position possess post postpone pour practise praise predict prefer premiere prepare
    present preside press prevent print proceed process produce prohibit project promise promote prompt propose
    prosecute protect protest prove provide provoke publish pull purchase pursue push qualify question quote
    raid rain raise rally ram range rank rape ratify reach react realise realize recall receive recognise
    recognize recommend record recover recruit reduce refer reform refuse regain register regret regulate reject
    relate release relocate rely remain remark remember remind remove rename renew renovate reopen repair repeal
    repeat replace reply report represent request require rescue research reshuffle resign resist resolve
    respond rest restart restore restrict result resume retain retire retrieve retreat return reveal reverse
    review revise revoke reward roll rule rush sack sail sanction save scatter schedule score screen search
    secure seem seize sentence separate serve settle shift ship shoot shock shop shout sign signal slam slash
    slip slow smash smuggle soar specify sponsor stabilise stage stab stall start state stay stem step stop
    storm stress strengthen stretch strip struggle study submit succeed sue suffer suggest summon supply support
    suppose surge surpass surrender surround survive suspect suspend swap switch talk target taste tax test
    testify thank threaten tie topple total touch tour trace track trade trail train transfer transform
    translate transmit transport travel treat trigger triple trip try tumble turn tweet unite unveil update
    upgrade urge use vacate value vanish veto vie violate visit voice volunteer vote vow wait walk want warn
    wash watch weaken weigh welcome widen wish witness wonder work worry worship wound wreck yield
    """
)  # fmt: skip
"""Verbs of news copy that form their past with -ed, in their base form."""

_SURELY_BASE = word_set(
    """
    say believe expect agree want become seem remain include intend continue tell think know go have arrive
    occur happen exist begin deny insist argue suggest accuse announce
    """
)
"""Base forms that are no noun, or seldom, so that a plural before them is their subject."""

_SURELY_S = word_set(
    """
    says tells becomes remains believes goes gives takes includes wants seeks meets dies kills arrives announces
    begins comes gets keeps knows leads makes seems sees sends speaks sits stands thinks wins writes accuses
    agrees allows appears argues asks belongs confirms consists contains continues decides declares denies
    describes enters expects explains faces falls finds follows holds insists intends involves joins loses
    occurs opens opposes operates pays provides publishes reaches receives refuses rejects resigns sentences
    suggests survives threatens tries urges warns admits acquires arrests adopts appoints approves condemns
    convicts collapses crashes destroys detains erupts expels hits injures kidnaps launches releases reveals
    ratifies sues sinks suspends unveils
    """
)
"""Forms in -s that are seldom plurals."""

_SHAPED_LIKE_PAST = word_set(
    """
    need seed feed speed breed weed bleed indeed proceed succeed exceed greed creed reed deed heed red bed shed
    sled hundred kindred sacred naked wicked rugged ragged crooked aged beloved united biped infrared embed
    moped advanced renowned detailed disabled talented interested gifted widespread shred zed
    """
)
"""Words in -ed that are no past form."""

_NOUNS_IN_ING = word_set(
    """
    meeting bombing shooting building hearing evening morning king ring spring wing thing string beginning
    ceiling wedding ruling funding filing briefing killing stabbing sibling offspring setting gathering landing
    sighting anything nothing something everything mining housing voting spending training warning opening
    fighting uprising testing crossing ending feeling hacking lightning mailing painting parking planning
    polling posting pricing racing rating reading recording screening sentencing signing swing teaching trading
    understanding wording writing darling wellbeing gaming banking engineering marketing publishing advertising
    """
)
_PREPOSITIONS_IN_ING = word_set("following regarding concerning including excluding pending according preceding")

HAPPENINGS = word_set(
    """
    attack war battle election vote referendum death birth murder blast crash accident earthquake quake fire
    flood storm hurricane cyclone typhoon tsunami strike protest rally march riot coup raid siege massacre
    genocide ceasefire truce summit talk conference visit trip tour match game final tournament championship
    race contest concert festival ceremony funeral launch release debut premiere arrest trial verdict sentence
    resignation statement speech interview debate session deal agreement treaty merger sale takeover collapse
    fall rise defeat victory win loss return departure arrival withdrawal incident disaster tragedy outbreak
    pandemic epidemic crisis assault ambush clash rescue flight tornado heatwave drought party parade poll
    survey study census campaign show performance broadcast episode season term reign retirement independence
    discovery attempt bid offensive operation report tweet post removal approval refusal dismissal renewal
    burial appeal appearance decision announcement amendment appointment bombardment deployment impeachment
    settlement movement argument assessment commitment engagement investment involvement punishment replacement
    treatment shipment indictment olympics games cup primary runoff by-election suicide assassination execution
    lockdown shutdown blackout derailment collision capsizing sinking avalanche landslide wildfire scandal hoax
    leak breach heist robbery theft hijacking kidnapping abduction boycott blockade embargo transfer signing
    draw derby playoff semi-final quarterfinal semifinal quarter-final marriage divorce surgery press-conference
    letter email order lawsuit complaint petition request proposal response reply call birthday anniversary
    event events service mass prayer
    """
)
"""Nouns that name what happens, in the singular."""

_NO_HAPPENINGS = word_set(
    """
    nation station institution organization organisation association federation corporation foundation
    administration population section position condition question information edition version region religion
    division television commission location generation union opposition coalition constitution mention
    delegation ammunition action portion option fraction million billion percussion passion pension mansion
    dimension king ring spring wing thing string ceiling building sibling evening morning offspring anything
    nothing something everything housing beginning setting parking darling
    """
)

PLANS = word_set(
    """
    plan plans decision attempt attempts effort efforts bid proposal order agreement deal law bill resolution
    vote promise pledge offer move right deadline refusal intention willingness threat request permission
    campaign operation
    """
)
"""Nouns that an infinitive tells the contents of: "plans to leave"."""

TIME_NOUNS = word_set(
    """
    end beginning start middle morning afternoon evening night hours hour eve week weekend month day days dawn
    dusk midnight noon part half quarter course fall summer winter spring autumn close rest weeks months years
    year date time around decade century season
    """
)
"""Nouns that only say when, so that a date behind them is theirs and what happened stands before."""

TIME_PREPOSITIONS = word_set(
    """
    on in at by since from until till during through between before after around within throughout for over into
    as towards toward to starting beginning of about circa near late early
    """
)

CIRCUMSTANCES = word_set("after before since following during until till despite amid without pending")
"""Prepositions whose noun a date behind it is likelier of than of the verb before."""

TAKES_COMPLEMENT = word_set("to in into at from against for with on off by onto through near over under about of")
"""Prepositions whose phrase may be told with the verb before it."""


def _verb_forms() -> dict[str, str]:
    """Every listed form of every listed verb, with its letter."""
    forms: dict[str, str] = {}
    for base in sorted(_REGULAR):
        forms[_third_person(base)] = "s"
        forms[base] = "i"
    for row in re.split(r"[|\n]", _IRREGULAR.strip()):
        base, past, participle = row.split()
        forms[_third_person(base)] = "s"
        forms.setdefault(base, "r" if base == participle != past else "i")
        if past == participle:
            forms[past] = "E"
        else:
            forms[past] = "V"
            forms.setdefault(participle, "L") if participle != base else None
    forms |= dict.fromkeys(_SURELY_S, "S") | dict.fromkeys(_SURELY_BASE, "I")
    return forms


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeiou" else f"{base}s"


_NUMBERS = word_set("one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands")

_LETTERS: dict[str, str] = {
    **_verb_forms(),
    **{word: letter for letter, block in _CLASSES.items() for word in block.split()},
    **dict.fromkeys(_SHAPED_LIKE_PAST, "A"),
    **dict.fromkeys(_NOUNS_IN_ING, "g"),
    **dict.fromkeys(_PREPOSITIONS_IN_ING, "P"),
    **dict.fromkeys(_NUMBERS, "Q"),
    **dict.fromkeys(("out", "up"), "u"),
}
_MARKS = {
    ",": ",", "(": "(", "[": "(", ")": ")", "]": ")", ";": ";", ":": ";", "—": ";", "–": ";", "-": ";", ".": ";",
    "!": ";", "?": ";", "…": ";", "&": "&", "%": "n", "'s": "'", "’s": "'", "/": "&", "$": "D", "£": "D", "€": "D",
}  # fmt: skip
_NAMES = frozenset({"US", "May", "Will", "IT", "AM", "March", "Mark", "Bill", "Rose"})
"""Names written like words of grammar but for their capitals."""


SKIPPED = ' \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029"“”„«»‘*'
"""White space and quotation marks, which part no words of a clause."""


@lru_cache(1 << 14)
def letter_of(token: str) -> str:
    """The letter of a word or mark, what is skipped before it aside; remembered for some hundred articles' words."""
    word = token.strip(SKIPPED)
    mark = _MARKS.get(word)
    if mark is not None:
        return mark
    word = word.rstrip(".")
    if not word[:1].isalnum():
        return ";"
    if word[0].isdigit():
        return "Q"
    return "C" if word in _NAMES else _letter_of_word(word, word.lower().replace("’", "'"))


def _letter_of_word(word: str, form: str) -> str:
    known = _LETTERS.get(form)
    capital = word[0].isupper()
    if known is not None and (not capital or known in "DpPbhwc&tBHMORzQ"):
        return known
    if form.endswith(("'s", "s'")):
        return "x"
    if capital:
        return "C"
    return _letter_by_ending(form)


def _letter_by_ending(form: str) -> str:
    if form.endswith("ed") and len(form) > 3:
        compound = "-" in form and not form.startswith(("re-", "co-", "de-"))
        return "A" if compound or form.startswith("un") else "E"
    if form.endswith("ing") and len(form) > 5:
        return "A" if "-" in form else "G"
    if form.endswith("ly") and len(form) > 4 and form not in _NOUNS_IN_LY:
        return "R"
    return "A" if form.endswith(_ADJECTIVE_ENDINGS) else "n"


_NOUNS_IN_LY = word_set("family ally assembly supply reply july italy butterfly anomaly elderly monopoly")
_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible")


@lru_cache(1 << 14)
def word_of(token: str) -> str:
    """The token's word in lower case, without what is skipped before it and a full stop behind it."""
    return token.strip(SKIPPED).rstrip(".").lower()


@lru_cache(1 << 12)
def names_happening(word: str) -> bool:
    """Whether the noun names something that happens: an attack, an election, a death. Of names, few do."""
    form = word.lower()
    for one in (form, form.removesuffix("s"), form.removesuffix("es")):
        if one in HAPPENINGS:
            return True
        if one in _NO_HAPPENINGS:
            return False
    return word == form and form.removesuffix("s").endswith(("tion", "sion", "ing"))
