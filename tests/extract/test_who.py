"""Who did it, to whom and with what, on whose word: how each shape of sentence names its parties."""

import pytest
from reading import claims, only

PARTIES = [
    ("Warplanes from the Saudi-led coalition bombed a funeral hall in Sanaa.", ["Warplanes"], ["a funeral hall"]),
    ("Fighting between the army and Tigrayan rebels spread.", ["the army", "Tigrayan rebels"], []),
    ("A suicide bomber attacked a checkpoint in Helmand.", ["A suicide bomber"], ["a checkpoint"]),
    ("The town has been under siege by Houthi forces since 2015.", ["Houthi forces"], ["The town"]),
    ("Ten people died in an ambush by herdsmen on a village in Benue.", ["herdsmen"], ["a village"]),
    ("Troops recaptured the city of Palmyra from Islamic State.", ["Troops"], ["Islamic State"]),
    ("A Saudi-led air strike killed 11 civilians in Saada.", ["Saudi"], ["11 civilians"]),
    (
        "Forces loyal to General Haftar attacked a base in Sabha.",
        ["Forces loyal to General Haftar"],
        ["a base in Sabha", "a base"],
    ),
    ("NATO aircraft destroyed 14 tanks outside Ajdabiyah.", ["NATO aircraft"], ["14 tanks"]),
    ("A convoy of Malian troops was ambushed by jihadists.", ["jihadists"], ["A convoy of Malian troops"]),
    ("U.N. troops came under attack by youths in Bangui.", ["youths"], ["U.N. troops"]),
    ("The army was accused of firing on demonstrators in Khartoum.", ["The army"], ["demonstrators"]),
    ("Snipers fired at tens of thousands of mourners in Hama.", ["Snipers"], ["mourners"]),
    ("Guerrillas blew up a section of a pipeline in Arauca.", ["Guerrillas"], ["a section of a pipeline"]),
    ("Gunmen shot dead the mayor, Pedro Ruiz, in Huila.", ["Gunmen"], ["Pedro Ruiz"]),
    ("Soldiers were blamed for his killing in Jos.", ["Soldiers"], []),
    ("Five rebels were killed in clashes with the army in Mindanao.", ["Five rebels", "the army"], []),
    ("A rocket fired from an army base hit a school in Taiz.", ["an army base"], ["a school"]),
    ("Shelling by the RSF on a camp in El Fasher killed seven people.", ["the RSF"], ["a camp"]),
    ("The air force launched a group strike on depots in Odessa.", ["The air force"], ["depots"]),
    ("Rebels answered with mortars that killed nine people in Homs.", ["Rebels"], []),
    ("Georgia withdrew its troops from the town of Gori.", ["Georgia"], ["its troops"]),
    ("The garrison repelled three attacks of the guerrillas near Kuito on Monday.", ["the guerrillas"], []),
    ("Forty people were killed in Gao as the army pressed an offensive.", ["the army"], []),
    ("Loyalists did not retaliate, although shots were fired at a bar in Armagh.", [], ["a bar"]),
    ("Abu Omar, who speaks for the Taliban, claimed responsibility for a bombing in Herat.", ["the Taliban"], []),
    ("Moscow denied that it was attacking civilian targets in Gori.", ["Moscow"], ["civilian targets"]),
    ("Colonel Amin denied that his men had killed anybody in Bria.", ["his men"], []),
]


def test_what_answers_an_attack_is_not_the_first_ones_deed() -> None:
    told = claims("The army shelled Homs on Monday. Rebels answered with mortars that killed nine people in the city.")
    assert [[party.text for party in claim.attackers] for claim in told] == [["The army"], ["Rebels"]]


def test_a_town_that_falls_takes_nothing() -> None:
    told = claims("Rebels seized the base at Sake. Goma fell on Sunday.")
    assert [[party.text for party in claim.attackers] for claim in told] == [["Rebels"], []]


def test_we_are_nobody_else() -> None:
    told = claims("The guard fled the barracks in Puno. We have detained 14 suspects in Puno.")
    assert [[party.text for party in claim.attackers] for claim in told if claim.event == "arrest"] == [["We"]]


@pytest.mark.parametrize(("text", "attackers", "targets"), PARTIES)
def test_parties(text: str, attackers: list[str], targets: list[str]) -> None:
    claim = claims(text)[0]
    assert {party.text for party in claim.attackers} == set(attackers)
    assert {target.text for target in claim.targets} <= set(targets)
    assert bool(claim.targets) == bool(targets)


WEAPONS = [
    ("A van packed with explosives blew up in Baidoa on Monday.", ["van packed with explosives"]),
    ("A parked car exploded in Baghdad on Monday, killing two people.", ["parked car"]),
    ("His car exploded in Aden on Monday.", []),
    ("The army shelled rebel positions in Homs with mortars and tanks.", ["mortars", "tanks"]),
    ("Rebels destroyed two tanks in Idlib on Monday.", []),
    ("A laser-guided bomb hit a bridge in Novi Sad on Monday.", ["laser-guided bomb"]),
    ("Youths threw molotov cocktails at a police station in Nablus on Monday.", ["molotov cocktails"]),
]


@pytest.mark.parametrize(("text", "weapons"), WEAPONS)
def test_weapons(text: str, weapons: list[str]) -> None:
    assert [weapon.text for claim in claims(text) for weapon in claim.weapons] == weapons


SOURCES = [
    ("Ten people were killed in Gao on Monday, Mali's state-run ORTM agency reported.", {"ORTM"}),
    ("Troops shelled Goma on Monday, according to residents and a doctor.", {"residents", "a doctor"}),
    ("The military said rebels shelled Goma on Monday.", {"The military"}),
    ("Police put the dead in Monday's bombing in Bauchi at 13.", {"Police"}),
    ("A teacher was told by relatives that gunmen shot dead two men in Pemba.", {"relatives"}),
    ("Shells hit Kherson on Monday, its governor, Oleh Bondar, said.", {"Bondar"}),
    ("Gunmen killed three men in Jos on Monday, a villager who fled to Bauchi told reporters.", {"a villager"}),
    ("The mayor said in a statement that rebels shelled Goma on Monday.", {"The mayor"}),
    ("Gunmen killed two men in Jos on Monday, AFP reported, citing witnesses.", {"witnesses"}),
    ("A spokesman for the Taliban said fighters shot dead a judge.", {"A spokesman for the Taliban"}),
]


@pytest.mark.parametrize(("text", "sources"), SOURCES)
def test_sources(text: str, sources: set[str]) -> None:
    found = [source.text for source in claims(text)[0].sources]
    assert len(found) == len(sources)
    assert all(any(source in text for text in found) for source in sources)


def test_a_spokesman_whose_words_name_his_body_is_one_source() -> None:
    claim = only("SDF spokesman Mustafa Bali said militants shot dead two men in Raqqa on Monday.")
    assert [source.text for source in claim.sources] == ["SDF spokesman Mustafa Bali"]


def test_what_the_attack_leaves_out_is_taken_from_its_event_and_marked() -> None:
    text = "Rebels shelled a market in Goma on Monday. The shelling went on for hours, killing two women."
    last = claims(text)[-1]
    assert [party.text for party in last.attackers] == ["Rebels"]
    assert len(claims(text)) == 1 or "attackers" in last.inferred


def test_a_charge_lends_nobody_to_another_account() -> None:
    text = "The mayor accused the army of shelling Goma on Monday. Two women died in the shelling, a doctor said."
    assert [claim.attackers for claim in claims(text) if claim.stance == "asserted"] in ([()], [])


def test_targets_and_counts_say_why() -> None:
    claim = only("Jets carried out 12 air strikes on a hospital in Aleppo on Monday.")
    assert claim.why["targets"]
    assert claim.why["count"]


ACCUSED = [
    "Kyiv said its troops had left Lyman and accused Moscow of shelling a clinic in Kherson on Tuesday.",
    "The ministry denied that its men had entered the camp and accused the army of bombing it from the air.",
    "Rebels accused the army of bombing the camp in Kachin from the air.",
]


@pytest.mark.parametrize("text", ACCUSED)
def test_who_is_accused_did_it_and_who_spoke_before_accuses(text: str) -> None:
    charge = claims(text)[-1]
    assert [party.text for party in charge.attackers] in (["Moscow"], ["the army"])
    assert [source.text for source in charge.sources] in (["Kyiv"], ["The ministry"], ["Rebels"])
    assert charge.stance == "unconfirmed"


INNOCENT = [
    ("Interior minister Rehman Malik blamed the Taliban for the bombing in Quetta.", ["the Taliban"]),
    ("Nigeria violence: Car bomb kills dozens at Maiduguri market", []),
    ("On Monday 22 patients and relatives died in Omdurman when a shell hit a clinic.", []),
    ("US raid kills three fighters in Yemen", ["US"]),
]


@pytest.mark.parametrize(("text", "attackers"), INNOCENT)
def test_who_accuses_is_hurt_or_gives_the_country_did_nothing(text: str, attackers: list[str]) -> None:
    found = {party.text for claim in claims(text) for party in claim.attackers}
    assert found == set(attackers)


OWNERS = [
    (
        "Russia's Defense Ministry said its troops captured a village near Pokrovsk, Ukraine.",
        "Military Forces of Russia",
    ),
    ("The Israeli military said its aircraft struck a warehouse in Gaza City.", "Military Forces of Israel"),
    ("The RSF denied that its gunners had shelled a hospital in Khartoum.", "Rapid Support Forces"),
    ("Residents of Taiz said their forces shelled the village.", None),
]


@pytest.mark.parametrize(("text", "actor"), OWNERS)
def test_whose_forces_a_pronoun_means(text: str, actor: str | None) -> None:
    (party,) = only(text).attackers
    assert (party.actor.name if party.actor else None) == actor


PRONOUNS = [
    ("Rebels attacked the camp, said Amina Diallo, a nurse. “They killed two doctors,” she said.", ["Rebels"]),
    ("The rebels said they had shelled the town of Beni.", ["The rebels"]),
    ("The United Nations said they had shelled the town of Beni.", []),
    ("“We shelled the barracks in Beni,” said a rebel commander.", ["a rebel commander"]),
    ("Troops in Biu stopped a woman. She detonated a vest.", []),
]


@pytest.mark.parametrize(("text", "attackers"), PRONOUNS)
def test_whom_a_pronoun_makes_the_doer(text: str, attackers: list[str]) -> None:
    assert [party.text for party in claims(text)[-1].attackers] == attackers


NATIONS = [
    ("Russian shelling hit a school in Nikopol on Tuesday.", "Russian", "Military Forces of Russia"),
    ("An Israeli army raid killed four men in Jenin on Monday.", "Israeli army", "Military Forces of Israel"),
    ("A Turkish air strike killed two in Sulaymaniyah.", "Turkish", "Military Forces of Turkey"),
    ("A Palestinian attack killed two in Jerusalem.", "Palestinian", None),
    ("Palestinian rocket fire hit a house in Ashkelon.", "Palestinian", None),
]


@pytest.mark.parametrize(("text", "words", "actor"), NATIONS)
def test_whose_forces_an_adjective_names(text: str, words: str, actor: str | None) -> None:
    (party,) = only(text).attackers
    assert party.text == words
    assert (party.actor.name if party.actor else None) == actor


def test_who_answers_an_event_did_not_do_it() -> None:
    text = "The rebels fired rockets at a base in Gao in response to the killing of their leader in a strike in Kidal."
    for claim in claims(text):
        assert bool(claim.attackers) == (claim.event == "shelling")


def test_he_is_the_one_spoken_of_before_the_speaker() -> None:
    text = "Gen. Michael Kurilla said that Hamza al-Homsi died when he set off an explosive in Raqqa."
    assert "Kurilla" not in str([party.text for claim in claims(text) for party in claim.attackers])


def test_what_those_did_who_are_hit_is_another_event() -> None:
    text = "The army targeted militants who had shelled Aleppo with rockets on Sunday, killing a father."
    shelling = next(claim for claim in claims(text) if claim.event == "shelling")
    assert [party.text for party in shelling.attackers] == ["militants"]


def test_who_treats_the_wounded_did_not_wound_them() -> None:
    text = "“We were treating the victims when the windows blew in,” said Dr Firas Timimi of a hospital in Baquba."
    assert not [party for claim in claims(text) for party in claim.attackers]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "As per the district police officer, militants killed two drivers near Mangkolemba.",
            ["the district police officer"],
        ),
        ("In the words of one witness, soldiers fired at the crowd and killed nine people.", ["one witness"]),
        ("By the rebels' own account, 170 men were killed in an ambush at Alkhan-Kala.", ["the rebels"]),
        ("Villagers interviewed by Human Rights Watch said that soldiers executed 25 men.", ["Villagers"]),
        ("The army put its own losses at 12 killed in the fighting at Goz Beida.", ["The army"]),
        (
            "Kremlin spokesman Dmitry Peskov said drones had hit a refinery in Ryazan.",
            ["Kremlin spokesman Dmitry Peskov"],
        ),
        ("Soldiers fired 20 rounds per day at the camp in Idlib.", []),
    ],
)
def test_on_whose_word(text: str, speaker: list[str]) -> None:
    assert [source.text for source in claims(text)[0].sources] == speaker


def test_armour_destroyed_and_where_a_video_is_shown() -> None:
    lost = claims("The ministry announced the destruction of two Ukrainian tanks near Kupiansk.")[0]
    assert ([t.text for t in lost.targets], lost.weapons) == (["two Ukrainian tanks"], ())
    shown = claims("The network posted video on Facebook of a strike that killed eight people in Douma.")[0]
    assert shown.targets == ()
