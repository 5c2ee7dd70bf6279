"""Event codes, stances and kinds of harm, and what they are called elsewhere.

One row an event code: the code, what it covers, and its nearest ACLED sub-event type,
PLOVER category (with mode, where one exists) and UCDP type of violence (None where UCDP
counts no such thing). The codes are those of the gold guide.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """An event code and its names in the field's other code books."""

    code: str
    label: str
    acled: str
    plover: str
    ucdp: int | None

    @property
    def acled_type(self) -> str:
        """ACLED's event type, which its sub-event type belongs to."""
        return next(kind for kind, subs in ACLED_TYPES.items() if self.acled in subs)


ACLED_TYPES = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
"""ACLED's event types with their sub-event types."""


_ROWS = (
    Event("air_strike", "air strike", "Air/drone strike", "ASSAULT-aerial", 1),
    Event("shelling", "shelling", "Shelling/artillery/missile attack", "ASSAULT-heavy-weapons", 1),
    Event("explosion", "explosion", "Remote explosive/landmine/IED", "ASSAULT-explosives", 1),
    Event("suicide_bombing", "suicide bombing", "Suicide bomb", "ASSAULT-suicide-attack", 1),
    Event("chemical_attack", "chemical attack", "Chemical weapon", "ASSAULT-unconventional", 1),
    Event("armed_clash", "armed clash", "Armed clash", "ASSAULT-firearms", 1),
    Event("territory_taken", "territory taken", "Government regains territory", "COERCE-seize", 1),
    Event("killing", "killing", "Attack", "ASSAULT-targeted", 3),
    Event("abduction", "abduction", "Abduction/forced disappearance", "ASSAULT-abduct", None),
    Event("arrest", "arrest", "Arrests", "COERCE-arrest", None),
    Event("siege", "siege", "Other", "COERCE-restrict", None),
    Event("destruction", "destruction", "Looting/property destruction", "ASSAULT-destroy", None),
    Event("displacement", "displacement", "Other", "RETREAT", None),
    Event("escape", "escape or release", "Other", "RETREAT-release", None),
    Event("agreement", "agreement", "Agreement", "RETREAT-ceasefire", None),
    Event("violation", "truce violation", "Other", "REJECT", None),
    Event("protest", "protest", "Peaceful protest", "PROTEST", None),
    Event("attack", "attack", "Attack", "ASSAULT", 1),
)

EVENTS: dict[str, Event] = {row.code: row for row in _ROWS}
"""Event codes in the order of the gold guide."""

STANCES = ("asserted", "denied", "unconfirmed", "planned")
SCOPES = ("incident", "campaign")
HARM_KINDS = ("killed", "injured", "displaced", "abducted", "arrested", "missing", "besieged")
SOURCE_KINDS = (
    "witness",
    "resident",
    "rescuer",
    "medic",
    "monitor",
    "activist",
    "belligerent",
    "government",
    "un",
    "ngo",
    "media",
    "unnamed",
    "person",
    "other",
)
