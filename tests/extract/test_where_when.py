"""Where and when an event was, in shapes of passages that named a wrong place, day or scope."""

from reading import claims


def test_an_air_base_is_no_city() -> None:
    _, taken = claims(
        "Jets attacked the al-Dailami air base in Sanaa on 25 March 2015. "
        "Six months earlier the Houthis had seized the city."
    )
    assert taken.where[0].place.name == "Sanaa"


def test_capitals_hold_no_abbreviations() -> None:
    text = (
        "80 GUERRILLAS ATTACKED THE POLICE STATION OF YONDO, IN NORTHEASTERN ANTIOQUIA, COLOMBIA. A CAR BOMB EXPLODED."
    )
    assert {m.place.country for claim in claims(text) for m in claim.where} == {"CO"}
