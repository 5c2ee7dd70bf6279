"""Shapes of news that nobody had worked on: which words tell of an event, of which kind, and which are one."""

import pytest
from reading import claims, only

from aftermath.model import Claim


def harm(claim: Claim) -> list[tuple[str, int | None]]:
    """A claim's tolls, as kind and least number."""
    return [(h.kind, h.low) for h in claim.harm]


def events(text: str) -> list[str]:
    """What a text is read to tell."""
    return [c.event for c in claims(text)]


RUN_IN = [
    "12 Killed in Blast at Sudanese Market. KHARTOUM -- A bomb exploded in Omdurman on Monday, killing 12 people.",
    "Gunmen kill four in Nigerian village. MAIDUGURI (Reuters) - Gunmen attacked a village in Borno and killed four.",
]


@pytest.mark.parametrize("text", RUN_IN)
def test_a_headline_run_into_the_dateline_is_told_once(text: str) -> None:
    assert len(claims(text)) == 1


NOTHING = [
    "The militia withdrew from the peace process in March.",
    "Gunners were setting up howitzers above Bria.",
    "Guests at a wedding shot their rifles into the air in Sirte.",
    "Fighters mutilated the corpses of policemen in Tigray.",
    "Gunmen dragged the bodies of the soldiers through the streets of Mogadishu on Monday.",
    "Skirmishes are frequent in Plateau state.",
    "Jail riots are rife in Honduras.",
    "Old quarrels often flare into violence, with herders hacked to death.",
    "A tribunal sentenced the three men to death in March.",
    "The province watches the dance of death in horror.",
    "The ministry said it had lost control over prices.",
    "Parliament brought the health service under state control.",
    "Kidnappings have fallen to a ten-year low, police said.",
    "The flight of the bandits was filmed from a roof.",
    "Officials accused Ethiopia of massing tanks along the frontier.",
    "Elders were engaged in prayers in a church in Kaduna.",
    "The group calls its campaign a holy war.",
    "Analysts say that its creed justifies killing civilians.",
    "He wrote a book about the siege of Sarajevo.",
    "The front has fought for a country of its own since 2004.",
    "At dawn snipers took up positions on roofs in Deraa.",
    "Prosecutors spoke of flight MH17.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_talk_and_what_is_no_event_make_no_claim(text: str) -> None:
    told = "Shelling killed three people in Lyman on Tuesday."
    assert [c.quotes[0].text for c in claims(f"{told} {text}")] == [told.rstrip(".")]


TOLD = [
    ("A few hundred marchers came out against the junta in Omdurman on Friday.", "protest"),
    ("Rioters pelted stones at a procession in Jos on Sunday.", "protest"),
    ("Police said they had smashed two kidnap rings in Karachi.", "arrest"),
    ("Forty detainees broke out in May, but all of them were recaptured.", "arrest"),
    ("Three men were overpowered by police in Kampala on Monday and taken into custody.", "arrest"),
    ("The police have abandoned the quarter.", "territory_taken"),
    ("Marines were able to retake the barracks at Tarlac on Monday.", "territory_taken"),
    ("Eritrea and Ethiopia have fought two wars over Badme.", "armed_clash"),
    ("Rival clans clashed in a camp near Galkayo on Saturday.", "armed_clash"),
    ("Hostilities resumed in Tigray on 24 May after a five-month truce.", "armed_clash"),
    ("Heavy shooting continued in the centre of Tripoli on Monday.", "armed_clash"),
    ("They are using phosphorus shells against villagers near Saada, a nurse said.", "shelling"),
    ("Rebel artillery opened up on the port of Massawa at dawn.", "shelling"),
    ("Gunmen sprayed a bar in Cali with bullets on Monday.", "killing"),
    ("Rebels have cut the main road between Bangui and Bria, stranding lorries.", "siege"),
    ("The people of Yelwa were driven out by militias in April.", "displacement"),
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_words_that_tell_of_an_event(text: str, event: str) -> None:
    assert event in events(f"Fighting went on in the region. {text}")


def test_cells_are_no_number_of_people() -> None:
    (claim,) = claims("Fighting went on. Police said they had smashed two kidnap rings in Karachi.")
    assert claim.harm == ()


def test_a_war_between_peoples_and_the_clashes_of_others_are_two() -> None:
    found = claims(
        "The civil war between the Hutus and the Tutsis has left 60,000 dead. A quarrel over mines led to clashes"
        " between Ugandan guerrillas and Rwandan troops."
    )
    assert [harm(c) for c in found] == [[("killed", 60000)], []]


APART_IN_TIME = [
    ("Attacks have killed 40 priests in Nigeria since 2019, nine of them this year.", 9),
    ("The army has killed some 200 fighters in Somalia since January, about 50 in June.", 50),
    ("Over 700 have died in air strikes in Idlib since January, including 60 in the past week alone.", 60),
]


@pytest.mark.parametrize(("text", "number"), APART_IN_TIME)
def test_those_told_apart_by_their_time_are_an_account_of_their_own(text: str, number: int) -> None:
    whole, part = claims(text)
    assert [h.low for h in part.harm] == [number]
    assert part.event == whole.event
    assert part.harm[0].who == whole.harm[0].who
    assert whole.when is not None
    assert part.when is not None
    assert part.when.time != whole.when.time


REPEATED = [
    "The dam at Sirba has been shelled four times by the rebels.",
    "Border guards routinely shoot at migrants near Saada, witnesses said.",
    "Mines still kill dozens of people every year in Casamance.",
    "Beheadings are taking place in Cabo Delgado, a priest said.",
]


@pytest.mark.parametrize("text", REPEATED)
def test_what_is_done_again_and_again_is_a_campaign(text: str) -> None:
    assert only(text).scope == "campaign"


RIOTS = [
    "Tens of thousands marched through Lome on Monday, clashing with youths of the ruling party.",
    "The junta's opponents took to the streets of Niamey on Monday, fighting with soldiers.",
    "Protesters in Beirut clashed with the army on Friday. Twenty people were hurt.",
    "Protesters stormed the parliament in Baghdad on Saturday.",
]


@pytest.mark.parametrize("text", RIOTS)
def test_crowds_that_clash_protest(text: str) -> None:
    assert only(text).event == "protest"


BOTH_SHOT = [
    "Police shot dead two men in Manila who had opened fire on officers at a checkpoint on Monday.",
    "The officers fatally shot two brothers who fired at a patrol in Cali on Friday.",
]


@pytest.mark.parametrize("text", BOTH_SHOT)
def test_who_shot_at_those_who_killed_him_died_in_a_fight(text: str) -> None:
    claim = only(text)
    assert (claim.event, harm(claim)) == ("armed_clash", [("killed", 2)])


def test_what_is_done_in_a_raid_is_one_event_with_it() -> None:
    claim = only("Militants raided a school in Yobe on Saturday, gunning down 12 pupils and burning its hall.")
    assert (claim.event, harm(claim)) == ("killing", [("killed", 12)])


def test_who_is_missing_since_an_ambush_is_its_harm() -> None:
    claim = only("Thirteen soldiers are missing after an ambush near Lake Chad, military sources said.")
    assert (claim.event, harm(claim)) == ("armed_clash", [("missing", 13)])


ONE = [
    "A truck bomb exploded in Baghdad on Monday, killing nine people. The truck stood outside a school in the Karrada"
    " district and blew up on Monday.",
    "Police shot dead four men in Cotabato on Friday. The bodies of the four were put on show at the station.",
    "Fighting in a jail in Guayaquil killed nine inmates and injured four on Monday. A governor spoke of nine dead and"
    " four injured.",
    "Medics and police said six people were killed when a bomb exploded in Quetta on Monday. The medics said a dozen"
    " people were also hurt.",
    "Drones have carried out dozens of strikes on smugglers since January. Most of these strikes were in Tillaberi.",
]


@pytest.mark.parametrize("text", ONE)
def test_what_is_told_again_is_one_claim(text: str) -> None:
    assert len(claims(text)) == 1


def test_two_named_dead_are_two() -> None:
    found = claims(
        "Gunmen killed a teacher, Omar Diallo, in Djibo. They also killed Issa Sawadogo, a trader, in Djibo."
    )
    assert [[t.text for t in c.targets] for c in found] == [["Omar Diallo"], ["Issa Sawadogo"]]


FIGURES = [
    "The government said the figure was inflated.",
    "Officials say the toll is overstated.",
    "The government dismissed the figure as exaggerated.",
    "The claims are baseless, a spokesman for the army said.",
]


@pytest.mark.parametrize("reply", FIGURES)
def test_a_figure_called_exaggerated_is_denied(reply: str) -> None:
    told, denied = claims(f"A rights group said soldiers killed 300 people in Amhara in May. {reply}")
    assert (told.stance, denied.stance) == ("asserted", "denied")
    assert [a.text for a in denied.attackers] == ["soldiers"]
    assert harm(denied) == [("killed", 300)]


def test_a_president_who_denies_wrongdoing_denies_no_killing() -> None:
    assert len(claims("Soldiers killed ten people in Conakry on Monday. Mr Camara denied any wrongdoing.")) == 1


def test_cases_that_are_counted_happened() -> None:
    claim = only("A rights group said it had documented 45 cases of enforced disappearance in Sindh since 2017.")
    assert (claim.event, claim.stance) == ("abduction", "asserted")


def test_the_blast_told_after_a_suicide_bombing_is_of_it() -> None:
    claim = only(
        "A suicide bomber killed 12 people at a shrine in Sehwan on Friday. The blast tore through the courtyard."
    )
    assert claim.event == "suicide_bombing"


def test_a_toll_is_of_the_account_that_it_can_be_of() -> None:
    *_, put = claims(
        "The Taliban attacked a base in Wardak on Monday, killing 45 soldiers. Two gunmen opened fire before being"
        " killed. Another official put the toll at more than 100."
    )
    assert ([a.text for a in put.attackers], harm(put)) == (["The Taliban"], [("killed", 101)])


def test_an_aircraft_that_was_shot_down_is_meant_by_it() -> None:
    claim = only(
        "A government warplane crashed near Sukhumi on Monday. Rebels said they shot it down. The pilot was killed."
    )
    assert ([a.text for a in claim.attackers], harm(claim)) == (["Rebels"], [("killed", 1)])


def test_deeds_in_a_list_are_each_their_own() -> None:
    found = claims("Since the coup the army has killed 900 people, burned villages and bombed churches.")
    assert [(c.event, harm(c)) for c in found] == [("killing", [("killed", 900)]), ("air_strike", [])]


def test_the_dead_of_a_bomb_before_are_not_those_of_the_raid() -> None:
    raid, bomb = claims(
        "Jets bombed camps in Zap overnight, the army said, hours after a car bomb in Ankara killed 37 people."
    )
    assert (harm(raid), harm(bomb)) == ([], [("killed", 37)])


def test_it_is_what_was_said_in_the_same_sentence() -> None:
    found = claims(
        "Youths stormed a base in Akobo, killing two. The government says the unrest was a plot; the colonel denies it."
    )
    assert [c.stance for c in found] == ["asserted"]


def test_an_air_force_kills_from_the_air() -> None:
    found = claims("Jets bombed a village in Zamfara on Sunday, killing 16. The air force said it had killed bandits.")
    assert {c.event for c in found} == {"air_strike"}


def test_the_mine_of_a_landmine_is_told_once() -> None:
    claim = only("A landmine blast killed six people in Marib on Tuesday. Their car hit the mine on a desert road.")
    assert harm(claim) == [("killed", 6)]


def test_the_dead_of_a_whole_conflict_are_not_those_of_a_raid() -> None:
    raid, *_ = claims(
        "Rebels burned down homes in Muatide on Friday. Up to 2,000 people have been killed and 43,000 left homeless"
        " in the conflict."
    )
    assert harm(raid) == []


def test_a_town_that_nobody_knows_is_taken_and_not_abducted() -> None:
    found = claims("The rebels control most of the province. They took Aliwa on Monday without a shot.")
    assert "abduction" not in {c.event for c in found}


def test_the_wounded_who_are_evacuated_are_not_displaced() -> None:
    found = claims("Fighting went on. The Red Crescent evacuated 80 wounded from Duma on Monday.")
    assert "displacement" not in {c.event for c in found}
