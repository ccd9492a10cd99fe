"""The words that casualty statements are made of, by the part that they play.

Each word of a sentence gets one letter for its part, so that rules can be patterns over a sentence's letters.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.grammar.text import word_set

_EFFECTS: Mapping[str, str] = {
    "K killed": """killed|murdered|slain|slaughtered|massacred|executed|assassinated|beheaded|lynched|electrocuted|
        gunned down|shot dead|shot to death|shot and killed|fatally shot|stabbed to death|fatally stabbed|
        beaten to death|fatally wounded|fatally injured|fatally struck|struck and killed|hit and killed|
        hacked to death|crushed to death|trampled to death|burned to death|burnt to death|
        stabbed and killed|blown up and killed|martyred|knifed to death|strangled|decapitated|hanged|
        bludgeoned to death|mortally wounded|fatally hit|put to death""",
    "K injured": """injured|wounded|hurt|hospitalised|hospitalized|maimed|shot and wounded|shot and injured|
        scalded|concussed|taken to hospital|taken to a hospital|taken to the hospital|taken to hospitals|
        rushed to hospital|rushed to the hospital|rushed to a hospital|transported to hospital|
        transported to hospitals|transported to the hospital|transported to a hospital|
        transported to area hospitals|taken to area hospitals|taken to local hospitals|admitted to hospital|
        airlifted to|flown to hospital|treated for|treated at|treated in hospital|treated on scene|
        treated at the scene|treated and released|burned|burnt|bruised|sent to hospital|
        sent to the hospital|disfigured|in intensive care|on life support|sustained injuries|
        suffered injuries|grazed|non-fatally wounded|non-fatally injured|non-fatally shot|nonfatally wounded|
        nonfatally injured|nonfatally shot|gravely wounded|
        remain in hospital|remained in hospital|remains in hospital|
        remain in the hospital|remained in the hospital|remains in the hospital|remain in a hospital|
        still in hospital|still in the hospital|are in hospital|were in hospital|are in the hospital|
        were in the hospital|treated|taken to|transported to|rushed to|flown to|brought to|
        transferred to|driven to|sent to|transported from the scene to|taken from the scene to""",
    "K killed_or_injured": """shot|stabbed|hit|struck|run over|mown down|mowed down|killed or injured|
        killed or wounded|injured or killed|wounded or killed|killed or hurt|hurt or killed|killed and injured|
        dead or injured|dead or wounded|dead and wounded|dead and injured|killed and wounded|knifed|
        machine-gunned""",
    "K missing": "trapped|buried|buried alive|buried under|buried beneath|buried in|swept away",
    "K displaced": """evacuated|displaced|uprooted|made homeless|rendered homeless|forced to flee|forced to evacuate|
        forced from|driven from|forced to leave|ordered to evacuate|told to evacuate|moved to safety""",
    "K captured": """abducted|kidnapped|kidnaped|taken hostage|held hostage|captured|taken captive|held captive|
        taken prisoner|held prisoner|freed|released|seized|still held|still being held|handed over""",
    "k killed": "kill|kills|murders|slays|executes",
    "k injured": "injure|injures|hurts|wounds|hospitalizes|hospitalises",
    "k killed_or_injured": "shoots|stabs|shoot|stab|hits|strikes",
    "k missing": "traps|buries",
    "k displaced": "displaces|evacuates|displace|evacuate",
    "k captured": "abducts|kidnaps|abduct|kidnap|captures|frees|releases|free|release",
    "G killed": "killing|murdering|slaying|executing|massacring|slaughtering|shooting dead|gunning down|beheading",
    "G injured": "wounding|injuring|hurting|hospitalizing|hospitalising|maiming",
    "G killed_or_injured": "shooting|stabbing|hitting|striking",
    "G missing": "trapping|burying",
    "G displaced": "displacing|evacuating|uprooting",
    "G captured": "abducting|kidnapping|capturing|freeing|releasing|seizing",
    "I killed": """died|die|dies|drowned|drown|drowns|perished|perish|perishes|succumbed|succumb|lost their lives|
        lost his life|lost her life|lost their life|lose their lives|losing their lives|passed away|
        suffocated|asphyxiated|froze to death|bled to death|burned alive|fell to their deaths|fell to his death|
        fell to her death|jumped to their deaths|plunged to their deaths|committed suicide|were dead|have died|
        had died|body was found|body was recovered|body was discovered|body was pulled|body has been found|
        body was later found""",
    "I missing": "disappeared|vanished|went missing|gone missing|go missing",
    "I displaced": "fled|flee|flees|fleeing",
    "J killed": "dead|deceased|lifeless|to death|among the dead|among those killed|among the deceased",
    "J injured": "among the injured|among the wounded|among those injured|among those wounded|among those hurt|"
    "to the hospital|to hospital|to a hospital|to hospitals|for treatment|to a local hospital|to local hospitals|"
    "to an area hospital|to area hospitals|to a nearby hospital|to nearby hospitals",
    "J killed_or_injured": "among the victims|among the casualties",
    "J missing": "missing|unaccounted for|unaccounted|among the missing|under the rubble|under rubble|"
    "beneath the rubble|under the debris|under debris",
    "J displaced": "homeless|to evacuate|to flee|to leave their homes|"
    "from their homes|out of their homes|from their villages|from their houses",
    "J captured": "hostage|captive|in captivity",
    "j injured": "condition",
    "X killed": """deaths|death|fatalities|fatality|bodies|corpses|killings|murders|homicides|suicides|drownings""",
    "X injured": "injuries|injury|hospitalizations|hospitalisations",
    "X killed_or_injured": "casualties|casualty|victims|victim",
    "X captured": "hostages|captives|abductees",
    "X displaced": "evacuees",
    "W injured": """wounds|wound|gunshot wounds|gunshot wound|gun shot wounds|gun shot wound|gunshots|gun shots|
        stab wounds|stab wound|shrapnel wounds|burns|fractures|broken bones""",
    "l killed": "lives",
    "Y killed": """slayings of|slaying of|fatal shooting of|fatal stabbing of|shooting death of|shooting deaths of|
        murder of|killing of|killings of|massacre of|execution of|executions of|death of|deaths of|
        deaths to|bodies of|body of|murders of|slaughter of|assassination of|lives of|loss of|beheading of|
        deaths among|corpses of|remains of|life of|lynching of|lynchings of|
        assassinations of|drowning of|drownings of|suicides of|hanging of|hangings of|beheadings of|slayings of""",
    "Y injured": "wounding of|injuring of|injury of|injury to|injuries to|hospitalization of",
    "Y killed_or_injured": "shooting of|stabbing of|shootings of",
    "Y missing": "disappearance of|disappearances of",
    "Y displaced": "displacement of|evacuation of",
    "Y captured": "abduction of|kidnapping of|release of|capture of|abductions of|kidnappings of",
    "u -": "among them|among whom|most of them|many of them|some of them|all of them|most of whom|many of whom",
    "T killed": """death toll|death tolls|toll|body count|death count|number of deaths|number of dead|
        number of fatalities|number of people killed|number of those killed|number of confirmed deaths|
        number of victims|number of killed|number killed""",
    "T injured": """number of injured|number of wounded|number of injuries|number of people injured|injury toll|
        number injured|number of those injured|number of people hurt|number of people wounded""",
    "T killed_or_injured": "casualty toll|number of casualties|casualty count",
    "T missing": "number of missing|number of people missing|number missing",
}  # fmt: skip
"""Letter and effect to the words that say it; the letters are listed below."""

TRIGGER_WORDS: Mapping[str, str] = {word.strip(): key for key, block in _EFFECTS.items() for word in block.split("|")}

# The letters of a sentence's shape:
#   Q count          0 none           A a, an, another   O ordinal          P person           p person, by the ending
#   N other word     C capitalised    E other -ed word   g other -ing word  D determiner       R pronoun
#   w relative       x more, other    u including        o of               i preposition      t to
#   b be             h have           m modal            n not              r reporting, linking verb
#   v adverb         f fear           F suffer           & and, or          B clause opener    y "12-year-old"
#   , comma, bracket d dash           ; stop             q mark, percent    K past, participle k present
#   G gerund         I intransitive   J adjective        j condition        X noun             W wounds
#   Y noun with "of" T toll           l lives

_PARTS: Mapping[str, str] = {
    "D": "the his her their its our my your this these those some any every each",
    "R": "he she they him them himself herself themselves us we i you it",
    "w": "who whom which that whose",
    "x": "more other others else additional further extra new",
    "u": "including includes included include mostly mainly especially namely",
    "o": "of",
    "t": "to",
    "i": """
    in on at by from with near for into onto during inside outside under through across against aboard over
    off around along behind within toward towards beneath beside between amid upon below above beyond
    throughout among amongst via throughout per
    """,
    "b": "is are was were be been being am get gets got getting",
    "h": "has have had having did do does",
    "m": "could would might may will can shall should must cannot",
    "n": "not never wasn't weren't isn't aren't didn't hasn't wasn’t weren’t isn’t aren’t didn’t hasn’t",
    "r": """
    reported confirmed believed presumed found pronounced declared listed thought known left remain remained
    remains remaining lay lie lying described said stay stayed recovered
    """,
    "f": "feared fears",
    "F": "suffered sustained received suffering sustaining suffer",
    "&": "and or nor plus &",
    "B": "but while whereas when after before as because since if where although though until then so than whose",
    "A": "a an another",
    "O": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "q": "percent per pc percentage pct degrees degree",
    "0": "no without",
    "v": """
    january february march april june july august september october november december
    also still already all only just even now later here there today yesterday tonight both so far yet again
    instead once aboard nearby home overall total altogether alone early late meanwhile thus either
    each too soon afterwards monday tuesday wednesday thursday friday saturday sunday overnight ago
    previously first currently apparently possibly reportedly perhaps almost nearly
    downtown worldwide nationwide abroad
    """,
}  # fmt: skip

WORD_PARTS: Mapping[str, str] = {word: part for part, block in _PARTS.items() for word in block.split()}


def _with_plurals(words: frozenset[str]) -> frozenset[str]:
    """The words and their regular plurals, but for those that name things."""
    plurals = {word + "s" for word in words if not word.endswith(("s", "y", "man", "men", "ch"))}
    return words | (plurals - {"coaches", "models", "forces"})


PERSONS = _with_plurals(
    word_set("""
    person persons people man men woman women child children boy boys girl girls baby babies infant infants
    toddler toddlers teenager teenagers teen teens youth youths adult adults adolescent adolescents minors kid
    kids pensioner pensioners civilian civilians resident residents citizen citizens villager villagers
    bystander bystanders pedestrian pedestrians soldier soldiers troops serviceman servicemen servicewoman
    servicewomen sailor sailors marine marines airman airmen police policeman policemen policewoman
    policewomen officer officers cop cops deputy deputies guard guards trooper troopers fighter fighters
    militant militants rebel rebels insurgent insurgents terrorist terrorists gunman gunmen attacker attackers
    assailant assailants bomber bombers suspect suspects jihadist jihadists extremist extremists militiaman
    militiamen passenger passengers driver drivers pilot pilots crew crewman crewmen crewmember crewmembers
    motorist motorists cyclist cyclists rider riders motorcyclist motorcyclists biker bikers conductor
    commuter commuters traveller travellers traveler travelers tourist tourists visitor visitors guest guests
    pilgrim pilgrims worshipper worshippers worshiper worshipers shopper shoppers customer customers patron
    patrons spectator spectators fan fans protester protesters protestor protestors demonstrator demonstrators
    worker workers employee employees staff staffer staffers labourer labourers laborer laborers miner miners
    farmer farmers fisherman fishermen herder herders shepherd shepherds merchant merchants trader traders
    vendor vendors student students pupil pupils schoolgirl schoolgirls schoolboy schoolboys schoolchild
    schoolchildren teacher teachers professor professors doctor doctors nurse nurses medic medics paramedic
    paramedics physician physicians patient patients firefighter firefighters fireman firemen rescuer rescuers
    responder responders volunteer volunteers journalist journalists reporter reporters cameraman cameramen
    photographer photographers activist activists lawyer lawyers judge judges politician politicians lawmaker
    lawmakers official officials minister ministers leader leaders commander commanders general generals
    colonel colonels sergeant captain lieutenant priest priests imam imams monk monks nun nuns bishop pastor
    cleric clerics missionary missionaries diplomat diplomats ambassador ambassadors contractor contractors
    engineer engineers foreigner foreigners national nationals refugee refugees migrant migrants immigrant
    immigrants asylum-seekers evacuee inmate inmates prisoner prisoners detainee detainees convict convicts
    hostage hostages captive captives survivor survivors mother mothers father fathers son sons daughter
    daughters brother brothers sister sisters wife wives husband husbands parent parents sibling siblings
    relative relatives cousin cousins uncle aunt nephew niece grandmother grandfather grandson granddaughter
    grandparents grandchildren twins family-members member members personnel colleague colleagues friend
    friends neighbor neighbors neighbour neighbours climber climbers skier skiers hiker hikers mountaineer
    mountaineers swimmer swimmers athlete athletes player players footballer footballers coach musician
    musicians singer actor actress artist chef cook cooks waiter waiters waitress clerk clerks cashier
    bartender stagehand stagehands porter security-guard bodyguard bodyguards villagers islander islanders
    homeowner tenant tenants occupant occupants user users householder male males female females muslim
    muslims christian christians jew jews hindu hindus shiite shiites sunni sunnis kurd kurds arab arabs sikh
    sikhs american americans palestinian palestinians briton britons frenchman frenchmen dutchman englishman
    irishman australian blacks whites individual individuals human humans soul souls couple victim victims
    lgbt scientist scientists crewmates deminers peacekeeper peacekeepers aid-worker orphan orphans widow
    widows bride groom gunner recruits recruit cadets cadet conscript conscripts reservist reservists veteran
    veterans agent agents constable constables detective detectives inspector warden wardens ranger rangers
    lifeguard lifeguards diver divers surfer surfers trucker truckers attendees attendee participant
    participants mourner mourners reveller revellers reveler revelers partygoer partygoers concertgoer
    concertgoers churchgoer churchgoers congregants bather bathers camper campers picnickers onlooker
    onlookers passerby passersby passers-by householders students-athletes locals evacuees deceased settler
    settlers operatives operative commandos commando paratroopers paratrooper guerrilla guerrillas guerillas
    separatists separatist loyalists dissidents taliban hezbollah hamas isis mujahideen forces dissident
    executives executive manager managers technician technicians electrician mechanic mechanics sailors
    boaters
    exile escort aide passer-by by-stander by-standers bypasser councilman councilmen councilwoman councillor
    councilor congressman alderman headman tribesman tribesmen tribespeople dalit juvenile principal accountant
    housewife housewives newlyweds grandparent grandchild stepson stepdaughter stepfather stepmother stepbrother
    stepsister fiancee fiance boyfriend girlfriend in-laws lover roommate classmate schoolmate teammate co-worker
    coworker watchman watchmen caretaker janitor custodian barber baker butcher grocer jeweler shopkeeper
    storekeeper shopowner businessman businessmen businesswoman businesspeople industrialist banker academic
    academics scholar intellectual novelist poet blogger correspondent columnist interpreter translator sherpa
    trekker kayaker snowboarder aviator astronaut cosmonaut stewardess attendant steward navigator seaman seamen
    skipper mariner seafarer deckhand lumberjack logger farmhand peasant nomad chief mayor governor senator
    parliamentarian legislator mps envoy consul spy spies informer informant collaborator defector deserter
    mercenary mercenaries sniper corpsman corpsmen gurkha brigadier admiral corporal lieutenant warlord chieftain
    sheikh sheik elder mullah ayatollah rabbi rabbis muezzin friar seminarian deacon archbishop vicar preacher
    evangelist buddhist clergyman clergymen headmaster headmistress headteacher educator lecturer instructor
    trainer dean rector schoolteacher preschooler newborn retiree grandmother grandfather half-brother
    half-sister prostitute gangster robber burglar thief thieves hijacker kidnapper criminal criminals fugitive
    bandit pirate smuggler trafficker poacher vigilante perpetrator shooter servant maid nanny babysitter gardener
    chauffeur sweeper plumber carpenter bricklayer welder roofer builder postman dockworker steelworker farmworker
    spaniard dane swede turk finn scot serb croat bosniak pashtun hutu tutsi tamil sinhalese druze yazidi rohingya
    uighur uyghur filipino holidaymaker vacationer backpacker picnicker revelers beachgoer filmgoer moviegoer
    festivalgoer protestors rioter looter picketer striker unionist trade-unionist loyalist royalist communist
    maoist naxalite islamist secessionist mutineer bodyguards handler courier messenger dispatcher operator
    dignitary dignitaries personality personalities nominee candidate voter supporter sympathizer follower
    adherent devotee pilgrim penitent parishioner worshipers choirboy choirgirl altar-boy bridesmaid sex-workers
    spouse toddlers tot schoolmates schoolkids kindergartner pre-teen preteen tween oldster senior-citizens
    octogenarian youngster loved-ones breadwinner barmaid bartender bouncer caddie jockey cyclists boxer wrestler
    racer referee umpire cheerleader spectators ironworker
    """)
)
"""Nouns of persons met in news of accidents, attacks and disasters."""

NOT_PERSONS = word_set("""
    other others another number numbers order orders under over after later center centers centre centres
    shelter shelters tower towers trailer trailers container containers helicopter helicopters computer
    computers letter letters paper papers river rivers power powers water waters winter summer corner corners
    quarter quarters matter matters border borders chapter factor factors sector sectors motor motors tractor
    tractors reactor reactors error errors mirror mirrors door doors floor floors honor honour color colour
    terror horror tenor rumor rumors tumor tumors fever danger dangers disaster disasters finger fingers
    shoulder shoulders boulder boulders bunker bunkers tanker tankers freighter cruiser destroyer bulldozer
    server servers counter counters encounter encounters monster weather order offer offers cover layer layers
    silver october november december september paper pepper butter dinner supper theater theaters tier barrier
    barriers pier carrier carriers quarter semester trimester meter meters metre metres liter liters litre
    litres kilometer kilometers kilometre kilometres miter filter filters pointer poster posters banner
    banners charter register newspaper newspapers cluster clusters bumper burner cooker tender transfer
    transfers gender murder murders bomber-jacket corridor corridors anchor factor harbor harbour favor labor
    parlor vapor humor armor minor-league major sewer drawer flower flowers shower showers speaker-phone fiber
    timber cucumber chamber chambers member-states ladder ladders rudder trigger triggers hunger anger
    passenger-plane bladder cancer cancers never ever whether either neither rather further however together
    altogether forever whatever wherever former latter upper lower inner outer higher larger smaller bigger
    older younger earlier better longer greater fewer lesser closer prior senior junior superior inferior
    interior exterior major minor indoor outdoor mayor-elect volunteer-run near-miss car committee degree
    degrees coffee guarantee knee tree trees three free fee fees employee-owned jubilee pedigree restaurant
    restaurants elephant elephants plant plants grant grants infant-formula instant constant distant important
    significant relevant giant giants covenant descendant-of pageant warrant warrants pendant media median
    indian-made civilian-led asian-style vegetarian list lists artist-run mist twist wrist fist exist
    mosquitoes dogs cats birds horses cows cattle sheep goats pigs elephants animals pets chickens whales
    dolphins bears wolves lions sharks homes houses buildings cars buses trains planes vehicles trucks boats
    ships schools hospitals shops stores churches mosques states united news times games images airways
    airlines forces nations services affairs systems operations islands hills falls springs heights angeles
    vegas texas kansas illinois paris brussels wales netherlands philippines maldives bahamas honduras cyprus
    athens naples orleans dallas arkansas massachusetts reuters bloomberg towers rights studies arts sports
    industries motors holdings enterprises partners brothers-in sources courts series james charles thomas
    williams jones october year years tiger tigers panther spider spiders otter lobster lobsters oyster
    oysters steer beaver bulls camels donkeys deer moose seals turtles bees bats rats mice fish fishes hens ducks
    geese turkeys penguins rhinos rhinoceroses monkeys gorillas chimpanzees apes buffaloes lambs calves kittens
    puppies rabbits foxes snakes crocodiles alligators ponies racehorses leopards cheetahs cubs coyotes pigeons
    swans eagles hawks owls parrots llamas manatees insects ants flies creatures heifers mammals hogs cranes
    vultures goldfish salmon canaries hamsters bison reindeer kangaroos koalas wallabies possums raccoons badgers
    hedgehogs hares stags oxen mules giraffes zebras hippos antelopes hyenas jaguars pumas cougars orcas porpoises
    squirrels crabs bugs germs bacteria cells viruses weeds trees plants crops jobs bills plans deals projects
    programs programmes proposals ideas hopes dreams careers engines lights tracks minutes hours days weeks months
    seconds nights mornings afternoons evenings weekends summers winters seasons decades centuries
    processes tasks apps features batteries phones brands franchises characters zombies aliens
    monsters dragons demons ghosts rounds shots bullets bombs rockets missiles mortars grenades attacks blasts
    explosions incidents strikes storms floods fires crashes accidents shootings stabbings clashes raids rooms
    areas places points goals games times cases counts charges dollars euros pounds points percent tons tonnes
    miles kilos acres hectares windows floors parts pieces sides ways kinds types sorts things items
    businesses companies firms towns cities villages neighborhoods neighbourhoods provinces districts countries
    vessels ferries yachts tanks jets aircrafts aeroplanes airplanes locomotives wagons carriages bikes
    motorcycles bicycles
    legs arms hands eyes ears heads feet bones ribs limbs organs lungs
    """)
"""Words that end like words for persons and are none."""

PERSON_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "men",
    "man",
    "women",
    "woman",
    "ees",
    "ee",
    "ants",
    "goers",
)
"""Endings of nouns that mostly name persons."""
