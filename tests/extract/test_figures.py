"""What a figure is to others: one that took another's place, one that rose, one of a whole war, a part."""

import pytest
from reading import claims

Tolls = list[tuple[str, int | None, bool]]

FIGURES: list[tuple[str, Tolls]] = [
    ("A strike on Dahyan killed 51 people, revising an earlier toll of 29.", [("killed", 51, False)]),
    ("Fourteen people died in shelling of Goma, down from an earlier toll of 20.", [("killed", 14, False)]),
    (
        "Rescuers pulled two bodies from a block hit by a missile in Dnipro, bringing the death toll to 21.",
        [("killed", 21, False), ("killed", 2, True)],
    ),
    (
        "Another five people died in hospital, taking the toll from the blast in Jos to 31.",
        [("killed", 31, False), ("killed", 5, True)],
    ),
    ("A bomb killed 79 people in Kabul, of whom 56 were children.", [("killed", 79, False), ("killed", 56, True)]),
    ("A bomb killed 79 people in Kabul, 56 of whom were children.", [("killed", 79, False), ("killed", 56, True)]),
    ("A bomb wounded 16 people in Cali, two of them gang members.", [("injured", 16, False), ("injured", 2, True)]),
    ("A raid killed 12 people in Taiz, a baby among them.", [("killed", 12, False), ("killed", 1, True)]),
    ("Shelling killed nine people (four children) in Homs.", [("killed", 9, False), ("killed", 4, True)]),
    (
        "A raid left 12 people dead in Bria, including the mayor and his wife.",
        [("killed", 12, False), ("killed", 1, True), ("killed", 1, True)],
    ),
    (
        "Shelling in Homs killed 12 civilians: three men, four women and five children.",
        [("killed", 12, False), ("killed", 3, True), ("killed", 4, True), ("killed", 5, True)],
    ),
]


@pytest.mark.parametrize(("text", "tolls"), FIGURES)
def test_parts_are_parts_and_old_figures_none(text: str, tolls: Tolls) -> None:
    assert [(h.kind, h.low, h.part_of is not None) for c in claims(text) for h in c.harm] == tolls


def test_a_toll_of_a_war_is_no_toll_of_the_strike_that_raised_it() -> None:
    strike, war = claims(
        "An air strike killed 12 people in Rafah on Monday, bringing the death toll since the war began to 22,722."
    )
    assert (strike.scope, [h.low for h in strike.harm]) == ("incident", [12])
    assert (war.scope, [h.low for h in war.harm]) == ("campaign", [22722])


def test_deaths_that_raise_a_number_are_not_that_number() -> None:
    told = claims("The four deaths took the number of Israeli soldiers killed since October to 395.")
    assert sorted(h.low or 0 for c in told for h in c.harm) == [4, 395]
    assert all(c.event != "displacement" for c in told)


BURIED = [
    "The bodies of 30 of the victims were buried on Thursday.",
    "Bodies of 30 victims were burned beyond recognition.",
]


@pytest.mark.parametrize("behind", BURIED)
def test_bodies_of_the_victims_are_part_of_the_toll(behind: str) -> None:
    (claim,) = claims(f"A truck bomb killed 250 people in Baghdad on Sunday. {behind}")
    assert [(h.low, h.part_of) for h in claim.harm] == [(250, None), (30, 0)]
    assert claim.when is not None
    assert "Sunday" in claim.when.text


def test_the_missing_of_a_strike_are_not_abducted() -> None:
    *_, last = claims("A missile hit a block in Dnipro, killing 21 people. Moscow denied it. Four people are missing.")
    assert (last.event, [(h.kind, h.low) for h in last.harm]) == ("shelling", [("missing", 4)])


def test_a_shipwreck_is_no_attack() -> None:
    war = "Shelling killed two people in Misrata on Monday.\n\n"
    told = claims(war + "A boat carrying 60 refugees capsized off Zuwara. Twelve bodies were found and 30 are missing.")
    assert [c.event for c in told] == ["shelling"]


def test_a_rank_is_no_time() -> None:
    (claim,) = claims("A suicide bomber hit a bus in Pulwama, killing 44 police, in the deadliest attack in decades.")
    assert (claim.scope, claim.when) == ("incident", None)


def test_two_figures_of_one_verb_are_each_its_own() -> None:
    told = claims("Soldiers fired on a crowd in Goma. The army put the dead at 43 and the wounded at 56.")
    assert sorted((h.kind, h.low) for c in told for h in c.harm) == [("injured", 56), ("killed", 43)]


@pytest.mark.parametrize("toll", ["745 were killed", "745 people died"])
def test_a_high_toll_right_behind_its_event_is_of_it(toll: str) -> None:
    *_, last = claims(f"Troops fired on demonstrators in Andijan on Friday. The opposition says {toll}.")
    assert (last.event, last.scope, last.harm[0].low) == ("killing", "incident", 745)


def test_all_parts_of_a_group_are_parts() -> None:
    (claim,) = claims("Masked gunmen murdered 45 people in Acteal, 21 of them women and 15 of them children.")
    assert [(h.low, h.part_of) for h in claim.harm] == [(45, None), (21, 0), (15, 0)]


def test_how_badly_some_were_hurt_is_no_second_toll() -> None:
    (claim,) = claims("A bomb in Taiz killed 12 people and injured 48, 18 of them gravely.")
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 12), ("injured", 48)]


TOGETHER: list[tuple[str, list[tuple[str, int | None]]]] = [
    ("7 citizens killed 31 injured in rebel attacks with shells in Aleppo", [("killed", 7), ("injured", 31)]),
    ("A mine went off near Deir ez-Zor.Three soldiers were wounded, Tass reported.", [("injured", 3)]),
    ("Shells hit Homs on Monday killing ten.Five more were wounded,a doctor said.", [("killed", 10), ("injured", 5)]),
    ("Soldiers shot dead two men in Hama and another in Idlib province.", [("killed", 2), ("killed", 1)]),
]


@pytest.mark.parametrize(("text", "tolls"), TOGETHER)
def test_numbers_in_rough_text(text: str, tolls: list[tuple[str, int | None]]) -> None:
    assert [(h.kind, h.low) for c in claims(text) for h in c.harm] == tolls


WHO = [
    ("One of them was a priest.", 1, "priest"),
    ("Three of them were children, medics said.", 3, "children"),
]


@pytest.mark.parametrize(("behind", "number", "who"), WHO)
def test_who_some_of_them_were_is_part_of_the_toll_before(behind: str, number: int, who: str) -> None:
    (claim,) = claims(f"A bomb in Homs killed ten people on Monday, medics said. {behind}")
    assert [(h.low, h.who, h.part_of) for h in claim.harm][1:] == [(number, who, 0)]


def test_the_dead_of_a_nation_are_put_at_a_number() -> None:
    told = claims("Police shot at Albanians in Likosane. Albanian sources put the Albanian dead at 24.")
    assert ("killed", 24) in [(h.kind, h.low) for c in told for h in c.harm]


PUT = [
    ("Police put the casualties at 246 dead and nearly 1,000 wounded.", [("killed", 246), ("injured", 1000)]),
    ("The Red Cross estimates the dead at 100,000 or more.", [("killed", 100000)]),
    ("The Red Cross estimated the number of dead at 1,000.", [("killed", 1000)]),
]


@pytest.mark.parametrize(("text", "harm"), PUT)
def test_a_figure_is_of_who_gives_it(text: str, harm: list[tuple[str, int]]) -> None:
    last = claims("Militiamen shelled Beirut on Monday. " + text)[-1]
    assert [(h.kind, h.low) for h in last.harm] == harm
    assert last.sources


def test_a_few_dead_are_no_toll_of_a_war() -> None:
    (claim,) = claims("Three aid workers have been killed in Jonglei in the past month.")
    assert (claim.event, claim.scope) == ("killing", "campaign")
    (many,) = claims("Some 900 people have been killed in Jonglei in the past month.")
    assert (many.event, many.scope) == ("armed_clash", "campaign")
