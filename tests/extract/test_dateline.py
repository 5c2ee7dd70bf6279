"""Where a dateline ends, and what only looks like one."""

import pytest

from aftermath.extract.layout.dateline import dateline_end


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("GOMA, March 22 (Sample Wire) - ", "Rebels shelled the town."),
        ("KABUL - ", "A mine killed two men."),
        ("TIMBUKTU, 11 January - ", "A charge tore open a boat."),
        ("ACCRA | Sun Mar 4, 2012 9:12 am EST ACCRA (Reuters) - ", "Troops fired on a crowd."),
        ("CHUHUIV, Ukraine, Oct 4, 2022 (Sample Wire) -- ", "Missiles struck a depot."),
        ("(New York) – ", "Soldiers shot two men."),
        ("(Beirut, March 3, 2021) – ", "A missile hit a camp."),
        ("Nairobi/Geneva, 26 July 2022 – ", "Gunmen attacked a camp."),
        ("New York (November 25, 2021): ", "Police held an activist."),
        ("GENEVA (26 July 2022) – ", "A jet struck a market."),
        ("YANGON, July 25: ", "The junta hanged four men."),
        ("SANAA, Nov 5, 2023 (Sample Wire)", "\n\nShells killed nine people."),
        ("Taiz, 5 November 2023", "\nShells killed nine people."),
        ("DHAKA, May 4 (AFP): ", "Police shot two students."),
        ("Three die in Lagos blast. LAGOS -- ", "A tanker blew up at a depot."),
        ("", "Three die in Lagos blast. The army blamed rebels - who denied it."),
        ("", "Goma, taken in January 2025 - and held since - was calm."),
        ("", "Rebels shelled the town - residents said so."),
        ("", "NATO and its allies struck a depot in Misrata - the second such raid."),
    ],
)
def test_dateline_end(dateline: str, rest: str) -> None:
    assert dateline_end(dateline + rest, len(dateline)) == len(dateline)


def test_each_paragraph_has_its_own() -> None:
    text = "A headline\n\nGOMA - Rebels shelled the town."
    assert text[dateline_end(text, text.index("Rebels")) :] == "Rebels shelled the town."
