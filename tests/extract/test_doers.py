"""Who did it, by shapes in which nobody or the wrong party was named: each sentence with its event and its doers."""

import pytest
from reading import PUBLISHED, claims, only

from aftermath import read

DOERS = [
    ("Dozens of terrorists were killed by the air strikes of Afghan forces.", "air_strike", ["Afghan forces"]),
    ("Nine villagers died in the air strikes of the coalition on Marib.", "air_strike", ["the coalition"]),
    ("The convoy ran into an ambush laid by Maoist rebels.", "armed_clash", ["Maoist rebels"]),
    ("The army is responding to attacks staged by jihadist fighters in Idlib.", "attack", ["jihadist fighters"]),
    ("The army responded with artillery to the attacks of the rebels in Idlib.", "shelling", ["The army"]),
    ("The force of the explosion killed a teacher.", "explosion", []),
    ("The blast, pinned on separatists, killed three.", "explosion", ["separatists"]),
    (
        "The arrested men were involved in last week's bombing of the bridge in Kabul.",
        "explosion",
        ["The arrested men"],
    ),
    ("Six officers took part in the attack on the barracks in Gitega.", "armed_clash", ["Six officers"]),
    ("The responsibility for the massacre lies with the army, the bishop said.", "killing", ["the army"]),
    ("Hamas, an Islamist movement, is the group that seized Gaza in 2007.", "territory_taken", ["Hamas"]),
    ("Ansar Dine was one of the groups that seized northern Mali in 2012.", "territory_taken", ["Ansar Dine"]),
    (
        "Four people died in a military campaign conducted by the junta's soldiers in Bago.",
        "killing",
        ["the junta's soldiers"],
    ),
    (
        "Twelve insurgents were killed as a result of the clearing operation of the national army in Moqor district.",
        "armed_clash",
        ["the national army"],
    ),
    ("Four soldiers were killed in army operations in Mali.", "armed_clash", []),
    (
        "Six prisoners were found dead after being tortured by militia of the interior ministry.",
        "killing",
        ["militia of the interior ministry"],
    ),
    ("Two policemen died at the hands of the guerrillas on Monday in Ayacucho.", "killing", ["the guerrillas"]),
    ("ISIS monsters blew up a petrol station near Hilla, killing 80 pilgrims.", "explosion", ["ISIS monsters"]),
    ("Islamist fanatics shot dead 12 tourists in Tunis.", "killing", ["Islamist fanatics"]),
    (
        "Comrades of the urban commandos carried out three acts of sabotage and blew up two telephone boxes.",
        "explosion",
        ["Comrades of the urban commandos"],
    ),
    ("In Lattakia the Air Force carried out sorties on terrorists gatherings.", "air_strike", ["the Air Force"]),
]


@pytest.mark.parametrize(("text", "event", "doers"), DOERS)
def test_the_doer_is_whom_the_words_name(text: str, event: str, doers: list[str]) -> None:
    claim = claims(text)[0]
    assert (claim.event, [p.text for p in claim.attackers]) == (event, doers)


DENIED = [
    ("The defence ministry rejects the claim of the Taliban on the fall of Archi district.", ["the Taliban"]),
    ("The ministry denied claims by the rebels that they had seized the town of Sake.", ["the rebels"]),
    ("The army denied Houthi claims of having captured the camp in Marib.", ["Houthi"]),
    ("The governor denied that the rebels had taken the town of Sake.", ["the rebels"]),
]


@pytest.mark.parametrize(("text", "doers"), DENIED)
def test_who_denies_a_loss_is_not_who_took_the_place(text: str, doers: list[str]) -> None:
    claim = claims(text)[0]
    assert (claim.event, claim.stance) == ("territory_taken", "denied")
    assert [p.text for p in claim.attackers] == doers


CARRIED = [
    (
        "Rebels fired rockets at the airport of Kismayo on Tuesday. One of the rockets hit a school, killing six.",
        ["Rebels"],
    ),
    ("Ukrainian forces shelled Donetsk on Tuesday. The shells hit a market.", ["Ukrainian forces"]),
    ("Rebels fired rockets at the airport of Goma. A bomb exploded in the market of Bukavu.", []),
    ("The army shelled rebel posts with mortars. Rebels replied with rockets. The shells hit a hospital.", []),
    ("Rebels fired rockets at the airport of Goma. Rockets also fell on Gisenyi.", []),
]


@pytest.mark.parametrize(("text", "doers"), CARRIED)
def test_who_fired_them_is_carried_to_what_the_arms_did_next(text: str, doers: list[str]) -> None:
    last = claims(text)[-1]
    assert [p.text for p in last.attackers] == doers
    assert ("attackers" in last.inferred) == bool(doers)


HIT = [
    ("General Dostum survived an attack by gunmen in Balkh.", ["General Dostum"]),
    ("Kurdish-led militias captured the Islamic State's last territory in March.", ["the Islamic State"]),
    ("Troops captured a guerrilla camp on Guazapa hill.", ["a guerrilla camp"]),
    (
        "The six junction boxes and ten buses were sabotaged by guerrillas.",
        ["The six junction boxes", "ten buses"],
    ),
    (
        "A suicide bomber drove an ambulance into a checkpoint of the Tawhid Brigade, killing 26 rebel fighters.",
        ["a checkpoint of the Tawhid Brigade"],
    ),
    ("Soldiers rounded up nine men, bound their hands and shot them behind the church.", ["nine men"]),
    ("Judge Karim Nouri had just left his home in Basra. Gunmen in a car shot him dead.", ["Judge Karim Nouri"]),
    (
        "Father Elias Haddad ran a church in Homs. Sana said he was shot dead by an armed gang.",
        ["Father Elias Haddad"],
    ),
    ("President Bakiyev spoke in Osh. A gunman fired at the police. He was shot dead.", []),
    ("A spokesman met reporters in Kano. He was killed on Monday, residents said.", ["A spokesman"]),
]


@pytest.mark.parametrize(("text", "hit"), HIT)
def test_who_or_what_was_hit(text: str, hit: list[str]) -> None:
    assert [t.text for t in claims(text)[-1].targets] == hit


AVOWED = [
    ("The PRTC guerrillas claimed to have executed the retired colonel.", ["The PRTC guerrillas"]),
    ("A man speaking on behalf of Boko Haram claimed responsibility for the bombing in Jos.", ["Boko Haram"]),
    (
        "The Fifth Brigade reported that 11 guerrillas of the ELN were killed in clashes with troops near Arauca.",
        ["troops", "11 guerrillas of the ELN"],
    ),
    ("The mayor was shot to death in Apartado by two individuals riding a motorcycle.", ["two individuals"]),
]


@pytest.mark.parametrize(("text", "doers"), AVOWED)
def test_who_speaks_of_a_deed_did_it_only_if_he_says_so(text: str, doers: list[str]) -> None:
    assert [p.text for p in claims(text)[0].attackers] == doers


SIDES = [
    ("Clashes pit the Islamic State against the Nusra Front in Raqqa.", ["the Islamic State", "the Nusra Front"]),
    ("Clashes continued in Daraya, where the army is trying to dislodge the rebels.", ["the army", "the rebels"]),
    ("Fighting among rival militias in Tripoli killed 13 people on Friday.", ["rival militias"]),
    ("Three soldiers and five insurgents died in the fighting in Sinai.", ["Three soldiers", "five insurgents"]),
    ("Ten people were killed in a feud between herders and farmers in Benue.", ["herders", "farmers"]),
    ("The air strikes are believed to have been carried out by Russian warplanes.", ["Russian warplanes"]),
    ("The regime is culpable for the chlorine attack in Saraqeb, the inquiry found.", ["The regime"]),
]


@pytest.mark.parametrize(("text", "doers"), SIDES)
def test_the_sides_of_a_fight_and_who_is_believed_to_have_done_it(text: str, doers: list[str]) -> None:
    assert [p.text for p in claims(text)[0].attackers] == doers


NOBODY = [
    "The war broke out on April 15. It has killed more than 2,000 people, the International Organization says.",
    "The truce, brokered by Saudi Arabia and the United States, took effect on Sunday in Khartoum.",
    "Two soldiers died in an ambush between Toribio and Caloto on Monday.",
    "A fourth soldier died of wounds received on Friday in fighting at Sake.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named_where_the_words_name_nobody(text: str) -> None:
    assert not [p.text for claim in claims(text) for p in claim.attackers]


def test_a_denied_report_of_a_deed_is_of_whom_the_report_named() -> None:
    text = "The command denied reports by a provincial deputy that the army helicopters fired rockets on Tambo."
    (claim,) = claims(text)
    assert (claim.stance, [p.text for p in claim.attackers]) == ("denied", ["the army helicopters"])


def test_who_disputes_a_figure_did_nothing() -> None:
    text = "The UN says 3,100 people were killed in the crackdown. Assad disputed that and put the number at 702."
    assert "Assad" not in {p.text for claim in claims(text) for p in claim.attackers}


def test_a_group_of_which_a_report_says_they() -> None:
    text = "Russia said its jets hit a camp in Idlib. The jihadist group said they had recaptured the prisoners."
    assert [p.text for p in claims(text)[-1].attackers] == ["The jihadist group"]


DAMAGED = [
    ("The attack caused serious damage to a hospital and two schools in Kramatorsk.", ["a hospital", "two schools"]),
    (
        "Rebels shelled Taiz on Monday, wounding a man and causing damage to the houses.",
        ["Taiz", "the houses"],
    ),
    ("The dispute did damage to the port as shells hit a market in Hodeidah.", ["a market"]),
]


@pytest.mark.parametrize(("text", "targets"), DAMAGED)
def test_what_an_event_did_damage_to_was_hit(text: str, targets: list[str]) -> None:
    assert [t.text for t in only(text).targets] == targets


ASKED = [
    ("The UN called on both sides to stop shelling Gao.", "both sides"),
    ("Clerics pleaded with the gunmen to free the hostages in Zamfara.", "the gunmen"),
]


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_who_asks_for_a_deed_does_not_do_it(text: str, asked: str) -> None:
    told = read(text, published=PUBLISHED).claims
    assert [[p.text for p in c.attackers] for c in told] == [[asked]]
