"""What kind of event a verb or noun tells: our own word tables, written from the definitions of the PLOVER ontology
(Open Event Data Alliance) and this project's additions (ELECTION, APPOINT, COURT, DEATH, DISASTER, OTHER).

A key is a lemma, or "verb object" where the object decides ("impose sanction"), or "verb preposition"/"verb "
"particle".
The more exact key wins. Add the general word, not the phrase of one page.
"""

from __future__ import annotations

from typing import get_args

from twosource.records import EventType

# Verbs that tell an event by themselves.
VERBS: dict[EventType, str] = {
    "AGREE": "agree promise  pledge vow offer commit consent accede undertake",
    "CONSULT": "reconvene liaise meet visit consult negotiate confer host mediate debate discuss talk speak telephone phone converse huddle parley",
    "SUPPORT": "laud extol salute acclaim praise back endorse support commend applaud congratulate hail welcome ratify apologize forgive "
    "recognise recognize defend thank reassure vouch side",
    "COOPERATE": "coordinate cooperate collaborate extradite normalise normalize partner",
    "CONCEDE": "allow permit concede resign yield relent acquiesce capitulate free pardon legalise legalize "
    "abdicate compromise apologise relax lift unfreeze parole amnesty",
    "AID": "airlift vaccinate feed supply aid donate fund finance evacuate rescue shelter assist lend subsidise subsidize resupply",
    "RETREAT": "vacate demine disband retreat surrender disarm demobilise demobilize demilitarise demilitarize disengage",
    "REQUEST": "solicit pressure lobby demand urge request appeal ask petition implore beg plead exhort beseech insist",
    "ACCUSE": "reproach admonish upbraid vilify denigrate object accuse criticise criticize condemn denounce blame decry slam blast deplore fault investigate probe "
    "sue lambast "
    "rebuke censure chide complain reprimand disapprove castigate berate ridicule assail scold impeach",
    "REJECT": "abrogate repeal revoke disregard disobey reject refuse decline deny veto defy rebuff spurn dismiss oppose repudiate boycott snub disown "
    "flout ignore rescind renege",
    "THREATEN": "threaten warn menace",
    "PROTEST": "barricade picket protest demonstrate riot rally march picket strike mutiny rebel chant",
    "SANCTION": "ostracise ostracize isolate sanction expel embargo blacklist suspend recall downgrade sever penalise penalize",
    "MOBILIZE": "muster garrison enlist mobilise mobilize deploy amass fortify rearm conscript redeploy",
    "COERCE": "apprehend interrogate quell crush curtail demolish raze bulldoze loot vandalise vandalize order blockade besiege prohibit arrest detain deport imprison jail repress raid confiscate seize censor ban evict intern banish "
    "exile outlaw "
    "disperse crack impound harass intimidate block expropriate silence persecute bar hack round",
    "ASSAULT": "lynch hijack detonate slaughter maim poison pummel decapitate pound capture overrun retake attack kill bomb shell shoot murder assassinate execute torture abduct kidnap wound injure stab "
    "massacre "
    "ambush strafe bombard invade storm clash fight behead rape gun slay torch besiege stone mortar strike",
    "ELECTION": "elect reelect re-elect vote",
    "APPOINT": "appoint sack fire oust nominate inaugurate reinstate reshuffle demote succeed impeach "
    "unseat topple",
    "COURT": "rule convict sentence acquit indict charge prosecute try fine",
    "DEATH": "die perish drown succumb bury",
    "DISASTER": "derail collapse sink erupt flood capsize explode leak burn spill crash",
    "OTHER": "flee escape return leave arrive launch sign publish reopen open close resume adopt approve pass win "
    "lose merge "
    "buy acquire sell withdraw propose unveil ground begin start end halt postpone delay cancel "
    "call "
    "introduce impose grant extend accept gather travel fly cross enter join raise cut "
    "hand evacuate inspect reveal uncover find agree invite quit emigrate defect vanish",
}  # fmt: skip

# A verb with its object's head noun. Groups of verbs and nouns are written once: every pair of them is a key.
PAIRS: tuple[tuple[str, str, EventType], ...] = (
    ("impose place slap introduce announce adopt approve tighten levy extend renew agree", "sanction embargo "
    "tariff restriction "
     "penalty blockade freeze boycott duty", "SANCTION"),
    ("impose declare introduce enforce", "curfew emergency ban censorship martial lockdown", "COERCE"),
    ("lift end ease remove break", "blockade siege encirclement", "RETREAT"),
    ("lift ease end relax drop waive", "sanction embargo ban curfew restriction emergency tariff", "CONCEDE"),
    ("prohibit ban forbid bar deny refuse stop", "aid import export trade entry access visa flight shipment", "SANCTION"),
    ("grant give accord", "amnesty autonomy independence pardon citizenship clemency", "CONCEDE"),
    ("declare proclaim announce", "ceasefire truce", "RETREAT"),
    ("restore establish resume normalise normalize upgrade", "tie relation link contact", "SUPPORT"),
    ("close shut seal", "embassy consulate border airspace crossing", "SANCTION"),
    ("close shut ban", "newspaper station broadcaster magazine website", "COERCE"),
    ("open reopen", "border crossing corridor", "CONCEDE"),
    ("freeze seize block", "asset account property", "SANCTION"),
    ("raise increase", "tariff duty", "SANCTION"),
    ("fire", "rocket missile shell shot mortar round bomb", "ASSAULT"),
    ("plant lay detonate", "bomb mine explosive", "ASSAULT"),
    ("throw hurl", "stone rock bottle grenade bomb", "ASSAULT"),
    ("burn torch", "flag effigy", "PROTEST"),
    ("accept", "offer proposal plan invitation mediation", "AGREE"),
    ("cancel", "visit talk meeting summit negotiation", "REJECT"),
    ("order force tell", "evacuation halt closure", "COERCE"),
    ("remain stay put place keep", "alert standby", "MOBILIZE"),
    ("remain put place keep", "investigation", "ACCUSE"),
    ("remain put place keep come", "arrest curfew pressure siege", "COERCE"),
    ("come", "fire attack bombardment", "ASSAULT"),
    ("release free", "prisoner hostage detainee captive journalist activist soldier crew suspect", "CONCEDE"),
    ("cut sever break suspend halt freeze downgrade", "tie relation aid talk negotiation contact link cooperation "
    "assistance "
     "shipment", "SANCTION"),
    ("suspend end halt pause call", "strike protest rally boycott march", "CONCEDE"),
    ("expel recall summon", "diplomat ambassador envoy attache observer", "SANCTION"),
    ("win lose contest concede", "election vote poll referendum runoff ballot seat presidency", "ELECTION"),
    ("hold stage conduct organise organize call boycott", "election vote poll referendum runoff ballot", "ELECTION"),
    ("reject refuse deny dismiss decline rebuff", "proposal offer demand allegation claim accusation request "
    "result charge call "
     "plan bid ceasefire appeal deal suggestion report", "REJECT"),
    ("sign ratify seal conclude finalise finalize clinch", "agreement deal treaty pact accord contract memorandum "
    "protocol "
     "ceasefire truce", "SUPPORT"),
    ("reach strike broker hammer", "agreement deal accord compromise understanding settlement consensus truce ceasefire "
    "pact", "AGREE"),
    ("grant give provide extend send deliver offer lend ship donate airlift", "loan aid assistance help credit "
    "grant relief food "
     "support money fund medicine weapon arm supply asylum equipment", "AID"),
    ("withdraw pull", "troop force soldier army tank unit contingent", "RETREAT"),
    ("deploy send dispatch move mass", "troop force soldier police warship fighter army tank unit carrier", "MOBILIZE"),
    ("open launch begin order start", "investigation probe inquiry enquiry", "ACCUSE"),
    ("open", "fire", "ASSAULT"),
    ("stage continue begin launch resume declare", "hunger strike walkout sit-in stoppage", "PROTEST"),
    ("block blockade barricade occupy obstruct", "road street roadway highway bridge rail railway motorway border transport "
     "traffic port", "PROTEST"),
    ("seek request claim", "refuge asylum help aid assistance mediation compensation explanation apology", "REQUEST"),
    ("hand give provide deliver supply distribute", "medicine food supply tonne ton equipment blanket tent grain", "AID"),
    ("ease relax lift cancel remove abolish suspend scrap", "restriction measure emergency censorship control "
     "curfew rule", "CONCEDE"),
    ("pay offer", "compensation damages ransom reparation", "CONCEDE"),
    ("allow permit let", "rally protest demonstration return visit inspection", "CONCEDE"),
    ("violate breach break defy", "ban curfew resolution law ceasefire embargo sanction", "REJECT"),
    ("complete launch conduct widen", "investigation inquiry probe", "ACCUSE"),
    ("dispatch send", "inspector observer monitor investigator", "ACCUSE"),
    ("end halt suspend freeze", "mediation cooperation contact negotiation talk relation link", "SANCTION"),
    ("reimpose extend prolong", "blockade curfew emergency ban closure", "COERCE"),
    ("prevent stop ban forbid break", "demonstration rally protest march gathering publication broadcast", "COERCE"),
    ("use fire", "gas cannon truncheon bullet baton", "COERCE"),
    ("launch", "game manoeuvre exercise drill", "COOPERATE"),
    ("launch begin start", "mediation talk negotiation dialogue", "CONSULT"),
    ("give extend", "welcome reception", "CONSULT"),
    ("retake seize capture overrun storm", "town village city position base hill outpost airport", "ASSAULT"),
    ("beat", "man woman protester demonstrator detainee prisoner journalist student boy girl", "ASSAULT"),
    ("launch carry mount", "attack assault offensive raid strike airstrike bombing rocket missile ambush "
    "invasion", "ASSAULT"),
    ("claim take", "life responsibility hostage", "ASSAULT"),
    ("issue make repeat renew", "call appeal demand request plea", "REQUEST"),
    ("issue make repeat", "threat warning ultimatum", "THREATEN"),
    ("express voice offer show reaffirm reiterate", "support solidarity backing confidence readiness sympathy "
    "condolence", "SUPPORT"),
    ("express voice", "concern alarm regret outrage anger condemnation dismay disappointment doubt", "ACCUSE"),
    ("express voice", "willingness interest hope intention", "AGREE"),
    ("file lodge bring", "complaint lawsuit suit protest charge", "ACCUSE"),
    ("pay", "visit", "CONSULT"),
    ("rally drum muster", "support backing", "REQUEST"),
    ("hold conduct have stage convene chair attend", "talk meeting conversation call summit negotiation "
    "discussion conference "
     "consultation session dialogue", "CONSULT"),
    ("hold stage organise organize attend join lead", "rally protest demonstration march strike sit-in vigil", "PROTEST"),
    ("take", "street", "PROTEST"),
    ("sack dismiss fire appoint name nominate replace", "minister chief head director commander judge prosecutor "
     "ambassador governor secretary chairman general cabinet government manager", "APPOINT"),
    ("take assume leave", "office power oath", "APPOINT"),
    ("submit tender", "resignation", "CONCEDE"),
    ("put place", "alert", "MOBILIZE"),
    ("conduct hold carry stage", "exercise drill manoeuvre maneuver", "MOBILIZE"),
    ("share exchange", "intelligence information data", "COOPERATE"),
    ("break violate breach scrap abandon", "agreement ceasefire truce deal treaty accord promise", "REJECT"),
    ("put exert apply", "pressure", "COERCE"),
    ("draw", "list", "COERCE"),
    ("hear open adjourn", "case trial hearing appeal", "COURT"),
    ("set", "fire", "ASSAULT"),
    ("cause trigger suffer", "explosion fire flood landslide earthquake crash blackout outage", "DISASTER"),
)  # fmt: skip

# A verb with its preposition or particle.
PHRASES: dict[EventType, str] = {
    "REQUEST": "insist_on call_for call_on appeal_for appeal_to press_for push_for ask_for turn_to",
    "CONSULT": "meet_with talk_to talk_with speak_to speak_with speak_by sit_with travel_to arrive_in",
    "COERCE": "crack_on clamp_on round_up break_up",
    "PROTEST": "take_to walk_out",
    "APPOINT": "step_down stand_down swear_in sworn_in take_over",
    "AGREE": "agree_to agree_on promise_to",
    "SUPPORT": "stand_by stand_with side_with side_by",
    "RETREAT": "pull_out pull_back withdraw_from back_down",
    "ASSAULT": "fire_on fire_at shoot_at open_on blow_up gun_down clash_with",
    "REJECT": "pull_of",
    "ACCUSE": "lash_out hit_out",
    "SANCTION": "break_off cut_off force_out kick_out throw_out drive_out",
    "DISASTER": "catch_fire break_out",
    "OTHER": "call_off put_off",
    "CONCEDE": "give_in back_down",
    "ELECTION": "vote_in",
}

# Nouns that tell an event when they carry a date, are what a light verb holds, or are said to happen.
NOUNS: dict[EventType, str] = {
    "CONSULT": "talk meeting summit negotiation conversation call phone-call visit conference consultation "
    "discussion dialogue session "
    "mediation forum",
    "PROTEST": "protest demonstration rally march riot strike sit-in unrest walkout boycott uprising vigil",
    "ELECTION": "election poll vote referendum ballot runoff by-election plebiscite",
    "ASSAULT": "attack bombing shooting killing assault airstrike strike raid massacre clash shelling ambush "
    "assassination murder cleansing siege bombardment "
    "offensive invasion war fighting battle coup kidnapping",
    "COERCE": "crackdown arrest detention raid curfew ban",
    "SANCTION": "sanction embargo blockade expulsion suspension severance",
    "AGREE": "agreement deal accord truce ceasefire pact pledge promise",
    "SUPPORT": "treaty signing ratification endorsement recognition",
    "AID": "loan aid assistance grant relief donation bailout",
    "COURT": "trial verdict conviction sentencing hearing indictment lawsuit ruling",
    "DEATH": "death funeral",
    "DISASTER": "earthquake flood crash fire explosion blast storm hurricane typhoon landslide eruption famine "
    "drought tsunami collapse "
    "outage spill blackout derailment accident leak outbreak epidemic pandemic",
    "APPOINT": "appointment resignation dismissal inauguration reshuffle ouster",
    "MOBILIZE": "mobilization mobilisation deployment exercise drill",
    "RETREAT": "withdrawal retreat surrender",
    "REQUEST": "appeal demand request ultimatum plea",
    "ACCUSE": "investigation probe inquiry accusation condemnation",
    "REJECT": "rejection veto refusal",
    "THREATEN": "threat warning",
    "CONCEDE": "release amnesty concession",
    "OTHER": "launch announcement opening closure anniversary revolution exodus flight takeover "
    "merger",
}  # fmt: skip

# Nouns that are the same event group for linking: a page says "polls", another "election".
NOUN_GROUPS: tuple[str, ...] = (
    "election poll vote referendum ballot runoff",
    "talk meeting summit negotiation conversation call discussion dialogue phone consultation conference visit",
    "protest demonstration rally march unrest riot",
    "attack bombing blast explosion shooting assault fire",
    "loan credit money",
    "aid assistance help support relief",
    "agreement deal accord pact treaty",
    "crackdown arrest detention",
    "strike walkout stoppage",
    "death killing",
    "resignation ouster dismissal",
)

# Verbs that are the same event group as a noun: "spoke by telephone" and "a phone talk".
VERB_GROUPS = {
    **dict.fromkeys("meet speak talk discuss confer negotiate visit telephone phone".split(), "talk"),
    **dict.fromkeys("protest demonstrate rally march gather".split(), "protest"),
    **dict.fromkeys("kill die murder shoot slay perish".split(), "death"),
    **dict.fromkeys("flee escape leave emigrate cross slip defect".split(), "flee"),
    **dict.fromkeys("strike walk".split(), "strike"),
    **dict.fromkeys("arrest detain jail imprison".split(), "crackdown"),
    **dict.fromkeys("resign quit step".split(), "resignation"),
    **dict.fromkeys("attack bomb shell explode".split(), "attack"),
    **dict.fromkeys("vote elect".split(), "election"),
}
# Verbs with hardly any meaning of their own: the object is the event ("held talks", "staged a rally").
LIGHT = frozenset(
    "hold stage conduct make give have take carry launch mount undertake convene host attend join follow do "
    "renew reiterate repeat restart reopen issue wage perform engage".split()
)
# Verbs that say that an event takes place: their subject is the event ("the talks lasted four hours").
OCCURRENCE = frozenset(
    "follow take happen occur begin start end last continue erupt resume break open conclude come mark plan schedule expect".split()
)
# What an explosion, a fire or a flood does: with such a subject the subject is the event ("an explosion killed two").
EFFECTS = frozenset(
    "kill injure wound hurt destroy damage hit strike tear rip rock shake claim leave sweep devastate level gut engulf force "
    "wreck flatten flood ravage bury trap".split()
)
# Plain reporting verbs are attributions, not events; these announce and so are both.
ANNOUNCING = frozenset("rule announce declare state confirm proclaim unveil reveal disclose".split())
REPORTING = frozenset(
    "say tell add note report explain write describe quote cite argue believe think know state claim suggest "
    "insist mention "
    "point observe remark stress emphasize emphasise according reply answer comment acknowledge admit recall".split()
)


def _words(tables: dict[EventType, str]) -> dict[str, EventType]:
    return {word: kind for kind, words in reversed(tables.items()) for word in words.split()}


TYPES: tuple[EventType, ...] = get_args(EventType)
VERB_TYPES = _words(VERBS)
NOUN_TYPES = _words(NOUNS)
PHRASE_TYPES = _words(PHRASES)
PAIR_TYPES: dict[tuple[str, str], EventType] = {
    (verb, noun): kind for verbs, nouns, kind in reversed(PAIRS) for verb in verbs.split() for noun in nouns.split()
}
GROUPS = {word: group.split()[0] for group in NOUN_GROUPS for word in group.split()}


def event_type(lemma: str, object_lemma: str | None, prepositions: tuple[str, ...]) -> EventType | None:
    """The type of a predicate: by verb and object, by verb and preposition, by a light verb's object, by the verb."""
    if object_lemma and (found := PAIR_TYPES.get((lemma, object_lemma))):
        return found
    for preposition in prepositions:
        if found := PHRASE_TYPES.get(f"{lemma}_{preposition}"):
            return found
    if lemma in LIGHT and object_lemma and (found := NOUN_TYPES.get(object_lemma)):
        return found
    return VERB_TYPES.get(lemma)
