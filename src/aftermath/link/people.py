"""Which group the people of a count belong to: civilians, fighters, children, women, or people.

Takes the word that a report uses for them, gives one of `model.incident.GROUPS`. A word not
in the table is "people": nobody is made a civilian or a fighter by a guess.
"""

from aftermath.link.wording import all_stems, stems

_FIGHTERS = all_stems(
    [
        "soldiers fighters militants insurgents terrorists gunmen rebels troops combatants militiamen jihadists",
        "policemen policewomen police officers guards attackers assailants commandos servicemen marines paratroopers",
        "mercenaries extremists nationalists puppets bandits mujahideen militia army personnel forces conscripts",
        "paramilitaries peacekeepers bomber bombers occupiers separatists recruits rangers guerrillas officer",
    ]
)
_CHILDREN = all_stems(["children child boy boys girl girls baby babies infant infants toddler pupils schoolchildren"])
_WOMEN = all_stems(["women woman mother mothers grandmother wife housewife"])
_CIVILIANS = all_stems(
    [
        "civilians civilian villagers residents traders farmers workers labourers laborers students teachers patients",
        "doctors nurses medics volunteers rescuers journalists drivers passengers worshippers mourners shoppers",
        "families family brothers pensioner pensioners innocents christians muslims displaced refugees herders",
        "aid-workers aid-worker paramedics elders monks priests passers-by bystanders pedestrians customers fishermen",
    ]
)


def group_of(who: str) -> str:
    """The group that a word for people means."""
    words = stems(who)
    for group, table in (
        ("children", _CHILDREN),
        ("women", _WOMEN),
        ("fighters", _FIGHTERS),
        ("civilians", _CIVILIANS),
    ):
        if words & table:
            return group
    return "people"
