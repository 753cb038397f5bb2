"""What the name rules know of words: titles, role nouns, heads of organisations and places, verbs of speech.

Every table is a heuristic with its reason beside it, written for this project. Keys are lower case; names keep their
spelling. The names themselves are in `gazetteer.py`.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["f", "m"]

# Forms of address: what follows is a person, and two of them tell the gender.
HONORIFICS: dict[str, Gender | None] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": None, "sir": "m", "dame": "f", "lord": "m", "lady": "f",
    "madam": "f", "madame": "f", "monsieur": "m", "mme": "f", "mlle": "f", "herr": "m", "frau": "f", "señor": "m",
    "señora": "f", "dr": None, "prof": None, "rev": None, "fr": None, "hon": None, "messrs": "m", "sheikh": "m",
    "sheikha": "f", "imam": "m", "mullah": "m", "ayatollah": "m", "rabbi": None, "pope": "m", "saint": None,
    "king": "m", "queen": "f", "prince": "m", "princess": "f", "emperor": "m", "empress": "f", "tsar": "m",
    "czar": "m", "duke": "m", "duchess": "f", "baroness": "f", "baron": "m", "count": "m", "countess": "f",
    "sultan": "m", "emir": "m", "shah": "m", "caliph": "m", "cardinal": "m", "father": "m", "brother": "m",
    "sister": "f", "mother": "f", "uncle": "m", "aunt": "f",
    # South Asia, South-East Asia, Ethiopia, West Africa: press there seldom names anyone without them.
    "shri": "m", "smt": "f", "shrimati": "f", "thiru": "m", "maulana": "m", "mufti": "m", "pandit": "m", "swami": "m",
    "ustaz": "m", "ven": "m", "datuk": "m", "dato": "m", "datin": "f", "tun": None, "seri": None, "paduka": None,
    "encik": "m", "puan": "f", "haji": "m", "hajah": "f", "daw": "f", "khun": None, "ato": "m", "woizero": "f",
    "alhaji": "m", "alhaja": "f", "hajia": "f", "engr": None, "barr": None, "doña": "f", "kgosi": "m", "oba": "m",
    "dasho": "m", "ratu": "m", "tuanku": "m", "suor": "f", "soeur": "f",
}  # fmt: skip

# Written short with a full stop, which then ends no sentence.
ABBREVIATED_TITLES: frozenset[str] = frozenset(
    "mr mrs ms mx dr prof rev fr hon gen lt col maj capt cpt sgt cpl adm cmdr brig gov sen rep supt insp det st messrs "
    "amb sec pres dep asst vp atty cllr smt ven engr barr alh".split()
)

# Nouns for what a person is or does. Beside a name they make it a person's; capitalised before it they are its title.
ROLE_NOUNS: frozenset[str] = frozenset(
    """
    president premier chancellor minister secretary senator congressman congresswoman representative governor mayor
    councillor councilman councilwoman lawmaker deputy speaker ambassador envoy diplomat commissioner chairman
    chairwoman chairperson chair chief head leader boss director manager executive officer ceo cfo coo founder
    co-founder cofounder owner spokesman spokeswoman spokesperson adviser advisor aide counsel attorney lawyer
    solicitor barrister prosecutor judge justice magistrate sheriff detective inspector superintendent constable
    policeman policewoman investigator general lieutenant colonel major captain sergeant corporal private admiral
    commander commodore brigadier marshal commandant soldier pilot guard guerrilla rebel warlord militant activist
    protester demonstrator campaigner dissident politician candidate nominee contender challenger rival opponent
    incumbent counterpart predecessor successor colleague ally critic supporter economist analyst expert researcher
    scientist scholar professor lecturer teacher principal dean rector doctor physician surgeon nurse psychologist
    engineer architect designer programmer developer historian author writer novelist poet journalist reporter
    correspondent editor columnist blogger broadcaster presenter anchor host photographer cameraman filmmaker producer
    actor actress singer musician rapper composer conductor artist painter sculptor dancer model comedian celebrity
    star player footballer striker midfielder defender goalkeeper coach trainer referee athlete champion boxer
    sprinter cyclist driver racer swimmer skier golfer businessman businesswoman entrepreneur tycoon oligarch
    billionaire millionaire banker trader investor financier broker accountant auditor treasurer farmer worker miner
    fisherman driver resident neighbour neighbor witness victim survivor suspect defendant plaintiff inmate prisoner
    detainee convict hostage refugee migrant immigrant passenger tourist patient student pupil graduate bishop
    archbishop cardinal pastor priest reverend cleric imam rabbi monk nun patriarch preacher missionary pope ayatollah
    husband wife widow widower father mother son daughter brother sister uncle aunt nephew niece cousin grandfather
    grandmother grandson granddaughter friend girlfriend boyfriend partner fiance fiancee spouse heir pretender king
    queen prince princess monarch emperor sultan emir dictator strongman autocrat ruler statesman negotiator mediator
    organiser organizer coordinator administrator volunteer firefighter paramedic veteran veterinarian pharmacist
    consultant strategist pollster lobbyist whistleblower hacker agent spy assassin gunman attacker killer murderer
    shooter bomber terrorist extremist jihadist cleric operative figurehead newcomer legislator member vice-president
    vice-chancellor vice-chairman co-chair first-lady lady man woman boy girl teenager citizen national native
    mp mla mep md pm cm dgp fm vp advocate czar tsar co-leader co-author ombudsman ombudswoman comptroller controller
    registrar curator
    librarian conservationist environmentalist biologist physicist chemist epidemiologist virologist astronomer
    astronaut cosmonaut explorer climber sailor seaman policemen officer superstar legend icon princeling peer
    parliamentarian backbencher whip minister-president taoiseach voivode hetman ataman akim pasha bey khan prophet
    """.split()
)

# Words that a role takes before it: "acting foreign minister", "former vice president", "deputy chief of staff".
ROLE_MODIFIERS: frozenset[str] = frozenset(
    """
    prime vice deputy acting interim former ex late then current outgoing incoming newly elected re-elected senior
    junior chief foreign interior exterior defence defense finance economy economic justice health education
    environment energy trade labour labor agriculture transport culture home internal external national state federal
    regional local provincial municipal general assistant associate executive managing founding supreme high
    presidential parliamentary congressional senate house cabinet opposition government party press media police
    military army naval navy air force security intelligence human rights district county city attorney secretary
    lieutenant major brigadier lord grand crown first second under shadow honorary emeritus special political
    democratic republican conservative liberal socialist communist independent labour congress union committee
    campaign staff policy affairs legal financial technical scientific medical research board bank company church
    village town tribal rebel separatist exiled jailed imprisoned detained ousted deposed embattled veteran long-time
    longtime prominent leading top key main famous renowned influential controversial popular fellow own elder younger
    eldest youngest only western-backed russian-backed us-backed russia-backed pro-russian pro-western far-right
    far-left right-wing left-wing centre-right centre-left civil society student business oil gas tv television radio
    film football news chief two-time three-time sixth fifth fourth third guest resident retired disgraced self-styled
    self-declared self-proclaimed de facto principal central nobel laureate
    """.split()
)

FEMALE_ROLES: frozenset[str] = frozenset(
    "congresswoman councilwoman chairwoman spokeswoman policewoman businesswoman actress widow mother daughter sister "
    "aunt niece grandmother granddaughter girlfriend fiancee wife queen princess woman girl lady nun heroine "
    "ombudswoman saleswoman sportswoman countess duchess baroness empress".split()
)
MALE_ROLES: frozenset[str] = frozenset(
    "congressman councilman chairman policeman businessman actor widower father son brother uncle nephew grandfather "
    "grandson boyfriend fiance husband king prince man boy monk fisherman gunman cameraman salesman sportsman".split()
)
# "spokesman", "chairman" and "actor" are used of both often enough to be no proof.
WEAK_MALE_ROLES: frozenset[str] = frozenset({"chairman", "actor", "cameraman", "gunman"})

# Legal forms: the run ends here and is an organisation.
ORG_SUFFIXES: frozenset[str] = frozenset(
    "inc corp co ltd llc llp plc gmbh ag sa spa srl bv nv oyj ab asa jsc ojsc pjsc ooo oao zao oy kg se pty pvt "
    "incorporated corporation company limited holdings holding group".split()
)

# Last words of organisations' names ("Foreign Ministry", "Barents Bank").
ORG_TAILS: frozenset[str] = frozenset(
    """
    ministry department council committee commission parliament senate congress assembly government administration
    authority agency bureau office service services secretariat directorate inspectorate board tribunal court police
    army navy force forces guard guards guardsmen corps brigade battalion regiment division command militia front
    movement party union unions federation confederation association society club league alliance coalition bloc
    organization organisation foundation trust fund institute institution academy university college school hospital
    clinic church mosque cathedral synagogue orchestra choir museum library theatre theater gallery bank exchange
    insurance airlines airways airline aviation railways railroad motors automotive industries industry technologies
    technology systems solutions software networks energy petroleum oil gas steel chemicals pharmaceuticals pharma
    laboratories labs foods brewery breweries stores supermarkets media press news newspaper newspapers times post
    journal tribune herald gazette chronicle telegraph observer courier ledger digest dispatch express standard
    examiner inquirer register bulletin sentinel wire monitor messenger mail magazine review television tv radio
    broadcasting channel studios pictures entertainment records publishing publishers books partners associates
    consulting advisors capital investments ventures securities properties realty united fc cf sc ac afc bc team
    chamber caucus cabinet politburo pac duma rada knesset majlis bundestag bundesrat sejm saeima seimas riigikogu
    storting riksdag folketing morcha dal sangh parishad sabha samiti sena samachar patrika infra hydro constructions
    builders enterprises
    verkhovna diet cortes treasury customs workers teachers brothers sons forum initiative network center centre
    observatory watch brotherhood jihad republicans democrats tories conservatives socialists greens liberals
    communists resistance brigades intelligence airforce embassy consulate mission delegation presidency chancellery
    """.split()
)

# First words of organisations' names that go on with "of", "for" or "on" ("Bank of", "Council on").
ORG_HEADS: frozenset[str] = frozenset(
    """
    ministry department council committee commission parliament assembly court bank university college school
    institute academy bureau office organization organisation association federation confederation union league
    society board chamber house congress party front movement army agency authority fund foundation centre center
    church group society alliance community conference service academy faculty hospital museum library embassy
    directorate secretariat administration state-committee guild order league international national inspectorate
    tribunal general-staff campaign coalition network
    """.split()
)

# Heads of places: last ("Black Sea", "Tverskaya Street") or first ("Lake Baikal", "Mount Kazbek").
PLACE_TAILS: frozenset[str] = frozenset(
    """
    sea ocean river lake bay gulf strait channel island islands isle peninsula mountain mountains mount hill hills
    valley desert forest beach coast cape canyon glacier plateau plain plains steppe delta falls springs creek canal
    province region oblast krai raion district county state territory prefecture municipality governorate voivodeship
    republic city town village borough suburb quarter square street avenue road boulevard lane drive highway bridge
    park mall garden gardens maidan nagar bhavan bhawan sadan vihar airport station port harbour harbor dam castle
    fortress tower stadium arena prison jail camp cemetery heights shore crossing checkpoint emirate kingdom zone strip
    corridor
    """.split()
)
PLACE_HEADS: frozenset[str] = frozenset(
    "lake mount cape gulf bay isle port puerto kuala bandar fort strait san santa saint st los las el new north "
    "south east west northern southern eastern western central upper lower greater sea republic kingdom province city "
    "state commonwealth".split()
)
# Only these take "of" inside a place's name ("Gulf of Riga", "Republic of Moldova").
PLACE_OF_HEADS: frozenset[str] = frozenset(
    "city gulf bay isle isles strait republic kingdom province state sea horn cape commonwealth emirate duchy".split()
)

# The run names an event, a work, a law or a prize: no person, organisation or place.
OTHER_TAILS: frozenset[str] = frozenset(
    """
    war wars prize prizes award awards act treaty agreement accord accords protocol convention constitution amendment
    resolution bill law cup championship championships olympics games marathon revolution uprising spring day week
    month eve holiday christmas easter ramadan festival summit plan pact charter declaration memorandum doctrine
    crisis scandal affair massacre genocide holocaust bible koran quran torah gospel cold depression renaissance
    enlightenment era age century dynasty tour open masters grand-prix prix oscar oscars grammy medal century virus
    disease syndrome pandemic hurricane typhoon cyclone storm earthquake tsunami operation project program programme
    process road-map roadmap deal language internet web god lord jesus christ allah number no. chapter section article
    paragraph figure table page volume issue series season edition platform button menu show universe
    """.split()
)
# Words that begin such a name ("World War", "Operation Atlantic").
OTHER_HEADS: frozenset[str] = frozenset("operation hurricane typhoon cyclone article section chapter windows".split())

# Bodies with a name of one word.
ORG_WORDS: frozenset[str] = frozenset(
    """
    Parliament Congress Senate Duma Rada Knesset Bundestag Bundesrat Sejm Majlis Politburo Interpol Europol Frontex
    Eurojust NATO Nato Unicef UNICEF Unesco UNESCO Hamas Hezbollah Hizbollah Hizbullah Fatah Taliban Houthis Wagner
    Isis ISIS Daesh Boko Qaeda Qaida Mossad Gestapo Stasi Opec OPEC Asean ASEAN Mercosur Brexit Reuters Bloomberg
    Interfax Xinhua Tass TASS Kyodo Yonhap Anadolu Belta BelTA Ukrinform Fars Tasnim Mehr Sana Wafa Petra Antara Bernama
    Facebook Google Microsoft Apple Amazon Twitter YouTube Instagram TikTok WhatsApp Netflix Tesla Boeing Airbus Siemens
    Volkswagen Toyota Samsung Huawei Gazprom Rosneft Lukoil Sberbank Rosatom Aramco Shell Exxon Chevron Total Pfizer
    Moderna AstraZeneca BioNTech Sinovac Nokia Intel IBM Sony Nissan Honda Renault Ford Walmart Goldman Barclays HSBC
    Greenpeace Amnesty Oxfam Pravda Izvestia Kommersant Haaretz Telegram Uber Airbnb Nasdaq Wikipedia Wikileaks
    WikiLeaks Labour Tories Likud Fidesz Syriza Hamas Solidarity Aeroflot Ryanair Lufthansa Belavia Politico Axios
    """.split()
) - {"Brexit", "Labour", "Solidarity", "Total", "Sana", "Petra", "Apple", "Amazon", "Shell", "Boko"}
# Organisations of several words that no head or suffix shows.
ORG_PHRASES: tuple[str, ...] = (
    "European Union", "United Nations", "African Union", "Arab League", "World Bank", "Al Jazeera", "Al-Jazeera",
    "Al Qaeda", "Al-Qaeda", "al-Qaeda", "al Qaeda", "Al-Qaida", "al-Qaida", "Islamic State", "Boko Haram", "Red Cross",
    "Red Crescent", "Médecins Sans Frontières", "Doctors Without Borders", "Human Rights Watch",
    "Amnesty International", "Radio Free Europe", "Radio Liberty", "Russia Today", "Agence France-Presse",
    "Deutsche Welle", "Associated Press", "Der Spiegel", "Le Monde", "Le Figaro", "El País", "El Pais",
    "The Guardian", "The Economist", "Financial Times", "Fox News", "Wall Street Journal", "New York Times",
    "Sinn Féin", "Sinn Fein", "Law and Justice", "United Russia", "Civic Platform", "Khmer Rouge", "Tamil Tigers",
    "Muslim Brotherhood", "Islamic Jihad", "Al Shabaab", "al-Shabab", "Al-Shabaab", "al-Shabaab", "Supreme Court",
    "Security Council", "General Assembly", "European Parliament", "European Commission", "European Council",
    "Council of Europe", "State Department", "Goldman Sachs", "Morgan Stanley", "Credit Suisse", "Deutsche Bank",
    "Hewlett-Packard", "General Motors", "General Electric", "Coca-Cola", "Rolls-Royce", "Federal Reserve",
)  # fmt: skip

# Seats that stand for those who sit there: organisations when they speak (metonym), and not put on a map.
PALACES: frozenset[str] = frozenset(
    {
        "Kremlin", "White House", "Downing Street", "No 10", "Élysée", "Elysée", "Elysee", "Élysée Palace",
        "Elysee Palace", "Pentagon", "Whitehall", "Westminster", "Blue House", "Capitol Hill", "Zhongnanhai",
        "Buckingham Palace", "Quai d'Orsay", "Foggy Bottom", "Quirinal", "Quirinale", "Palazzo Chigi", "Moncloa",
        "Planalto", "Casa Rosada", "Bankova", "Malacañang", "Malacanang", "Istana", "Aso Rock", "Union Buildings",
        "Ak Orda", "Wall Street", "Foreign Office", "Home Office", "Scotland Yard", "Fleet Street",
        "Berlaymont", "Chancellery", "Stormont", "Holyrood", "Lubyanka", "Langley", "Vatican", "Holy See",
    }
)  # fmt: skip

# A capitalised word that is no name wherever it stands.
NOT_NAMES: frozenset[str] = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep
    sept oct nov dec gmt utc est edt cet cest bst pst pdt am pm ad bc bce ce covid covid-19 christmas easter ramadan
    eid hanukkah thanksgiving diwali god i ok okay tv dvd cd pc pdf url html http https www faq diy asap fyi btw lol
    usd eur gbp rub chf jpy cny uah byn internet web email e-mail i'm i've i'd i'll id ids phd ba ma mba bsc gdp vat
    hiv aids dna rna ppe ceo cfo coo mp mps mep meps pm pow pows ied ieds wmd wmds ngo ngos suv suvs atm gps sms
    ii iii iv vi vii viii ix xi xii lgbt lgbtq q&a islam christianity judaism hinduism buddhism catholicism
    protestantism zionism marxism communism nazism fascism brexit obamacare medicare medicaid bitcoin
    """.split()
)

# Function words and sentence openers: capitalised only because a sentence or title begins.
OPENERS: frozenset[str] = frozenset(
    """
    the a an this that these those he she it they we you i his her its their our your my who whom whose which what
    when where why how and but or nor so yet for if then than though although because since while whereas whether as
    at by in on of to from with without within into onto upon over under above below between among against through
    during before after about around across along behind beyond near off out up down until till toward towards per
    despite except like unlike via amid amidst there here now today tonight yesterday tomorrow once twice also too
    again always never often sometimes soon later earlier still already just only even ever perhaps maybe however
    moreover meanwhile therefore thus hence otherwise instead indeed finally first second third last next another
    other others some any all both each every either neither none no not nothing nobody everything everyone everybody
    something someone somebody anyone anything many much more most few fewer less least several such same own one two
    three four five six seven eight nine ten eleven twelve hundred thousand million billion dozens hundreds thousands
    millions is are was were be been being am do does did done have has had having will would shall should can could
    may might must let lets please yes well oh ah hey hi hello thanks thank dear sorry according asked speaking
    addressing following including given based due thanks recently currently previously initially additionally
    similarly likewise nevertheless nonetheless elsewhere overall generally clearly unfortunately fortunately
    apparently reportedly allegedly officials people police authorities sources experts analysts critics observers
    western eastern northern southern central former new old great good bad best better big small high low early late
    earlier latest long short full half read see click watch share follow subscribe photo photos image video file
    source sources editor editors comment comments update updated breaking live exclusive opinion analysis news
    report reports reported reporting copyright related contents featured post more home page contact advertisement
    don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't
    that's there's here's what's who's it's he's she's let's they're we're you're they've we've you've they'll we'll
    you'll he'll she'll it'll i'm unless whilst amongst beneath beside besides concerning considering regarding
    throughout whoever whatever whenever wherever whichever nope yep er erm um heh haha thx pls plz ps cc re fwd attn
    none else versus lest albeit notwithstanding aboard underneath mine ours yours theirs himself herself itself
    themselves ourselves yourself myself everywhere nowhere somewhere anywhere
    """.split()
)

# Of the openers, those that stand inside names too ("Old Church", "Morning Post"); the others never do.
INSIDE: frozenset[str] = frozenset(
    """
    new old great good best big small high low early late first second third last western eastern northern southern
    central people police news home post watch report media one two three four five six seven eight nine ten eleven
    twelve hundred million up out down over under same no free live open full long short without like can may own
    reporting comment analysis opinion video photo image file source sources contact share per a
    """.split()
)

# Between two capitalised words these belong to a person's name.
NAME_PARTICLES: frozenset[str] = frozenset(
    "de da do dos das du del della dello di van von der den ter ten te bin bint binti binte ibn ben al el ul ur ud ad "
    "as ash az ar la le las los y viuda vda av af zu zum zur und abu abd ould i e".split()
)

# Nouns beside a name that tell its kind: "the news agency Belta", "the town of Orsha", "Barents shares".
ORG_NOUNS: frozenset[str] = frozenset(
    """
    agency company firm corporation group party bank newspaper daily weekly magazine channel broadcaster website site
    outlet network organisation organization movement coalition alliance union club team airline manufacturer maker
    retailer supplier operator giant conglomerate startup start-up brand label publisher university college school
    hospital ministry department committee council commission militia faction charity foundation institute think-tank
    thinktank watchdog regulator lender insurer brokerage exchange app platform service provider portal tabloid
    publication subsidiary consortium cartel gang band
    """.split()
)
# Behind a name, or before it and a comma, these say outright that it is a body: "the Barents party".
ORG_DEFINERS: frozenset[str] = frozenset(
    "party bloc coalition alliance group company agency newspaper magazine broadcaster channel union airline".split()
)
PLACE_NOUNS: frozenset[str] = frozenset(
    """
    city town village capital region province district county state country nation republic island port resort suburb
    neighbourhood neighborhood area settlement hamlet municipality borough peninsula river lake mountain valley border
    airport base prison street square station camp shipyard yard plant factory mine refinery smelter reactor dam quarry
    warehouse depot territory enclave exclave commune metropolis hometown
    """.split()
)
# "X's president", "X's borders": X is a country or a city.
STATE_NOUNS: frozenset[str] = frozenset(
    """
    president premier minister parliament government opposition capital economy border borders army constitution
    election elections ambassador king queen mayor airport coast ruler citizens independence territory airspace
    """.split()
)
# "X shares", "X employees": X is an organisation.
ORG_FOLLOWERS: frozenset[str] = frozenset(
    """
    shares stock employees staff spokesman spokeswoman spokesperson executives officials analysts researchers fighters
    militants gunmen members lawmakers mps supporters activists editor reporter correspondent customers subsidiary
    headquarters chairman chief ceo executive director spokesmen sources lawyers scientists reporters journalists
    forces troops leaders leadership party summit membership
    """.split()
)

# "the Barnes administration", "the Barnes family": X is a person.
PERSON_FOLLOWERS: frozenset[str] = frozenset(
    "administration presidency family campaign regime era years cabinet".split()
)
# The codes that stand for the states of the USA after a comma.
STATE_CODES: frozenset[str] = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY DC Ala Ariz Ark Calif Colo Conn Del Fla Ill Ind Kan Mass Mich Minn Miss "
    "Mont Neb Nev Okla Ore Pa Tenn Tex Va Wash Wis Wyo".split()
)

# Verbs after a name whose subject is a person or an organisation that speaks.
SPEECH_VERBS: frozenset[str] = frozenset(
    """
    said says told tells added adds explained replied answered asked warned claimed claims stated states insisted
    argued noted announced declared admitted acknowledged confirmed denied denies suggested recalled wrote writes
    tweeted stressed emphasized emphasised commented remarked testified vowed pledged promised urged demanded
    complained believes thinks hopes wants accused praised criticised criticized condemned reiterated
    """.split()
)
# What only a person does.
PERSONAL_VERBS: frozenset[str] = frozenset(
    """
    smiled laughed died married resigned fled tweeted wrote thanked met spoke born wept cried graduated retired
    testified replied recalled joked shouted sang walked sat stood thinks hopes believes hugged kissed
    """.split()
)
# What a capital does when it stands for its government.
GOVERNMENT_VERBS: frozenset[str] = SPEECH_VERBS | frozenset(
    """
    accuses accused agrees agreed aims aimed annexed appears appeared applied approved asks backed backs banned blamed
    blames broke called calls cancelled closed condemned condemns considers continued cracked cut decided decides
    deployed dismissed dismisses expelled expects expected expressed extended faces failed fears feared granted halted
    hit holds imposed intends invaded invited joined launched lifted maintains moved needs offered offers opposed
    opposes ordered plans planned pledges pressed promises proposed protested provided pulled pushed reacted recalled
    recognised recognized refused refuses rejected rejects responded retaliated rigged seeks seized sent severed shows
    signalled signaled signed sought stopped struck summoned supplied supported supports suspended threatened
    threatens took tried turned uses used views voiced vows wants wanted warns welcomed welcomes withdrew
    """.split()
)
AUXILIARIES: frozenset[str] = frozenset("has had have will would may might could should must is was did does".split())
# "relations with Moscow", "pressure on Lima", "London's decision".
GOVERNMENT_NOUNS: frozenset[str] = frozenset(
    """
    ties relations talks tensions agreement agreements deal deals pressure sanctions accusations alliance cooperation
    dialogue negotiations row rift standoff conflict dispute support loan loans aid help contacts pact treaty
    partnership decision policy demands position stance response reaction ambitions influence allies forces troops
    government ambassador claims interests concerns proposal leaders commitments loyalty
    """.split()
)

# Endings of family names, by language: a name in them is a person's. Place endings likewise.
SURNAME_ENDINGS: tuple[str, ...] = (
    "enko", "anka", "chuk", "czuk", "yuk", "skyy", "skiy", "skyi", "sky", "ski", "skaya", "skaia", "ska", "ov", "ova",
    "ev", "eva", "yev", "yeva", "vich", "vych", "vitch", "vić", "vic", "ović", "ovic", "ić", "shvili", "dze", "yan",
    "ian", "oglu", "oğlu", "zadeh", "zade", "pour", "nejad", "sson", "nen", "opoulos", "poulou", "akis", "idis",
    "czyk", "wicz", "escu", "eanu", "stein", "berg", "mann", "ez", "imov", "bayev", "baev",
)  # fmt: skip
PLACE_ENDINGS: tuple[str, ...] = (
    "stan", "grad", "gorod", "burg", "burgh", "ville", "abad", "pur", "pore", "shire", "polis", "ingen", "hausen",
    "stadt", "heim", "dorf", "vsk", "nsk", "borg", "holm", "chester", "cester", "mouth", "istan", "ovka", "ivka",
)  # fmt: skip
FEMALE_ENDINGS: tuple[str, ...] = (
    "skaya",
    "skaia",
    "skaja",
    "ska",
    "tskaya",
    "ova",
    "eva",
    "yeva",
    "ieva",
    "ená",
    "ová",
)
