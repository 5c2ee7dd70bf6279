"""Rivers and seas: on or over which people pass, and which no noun for a region or town stands for."""

from aftermath.model import PlaceMention

WATERS = frozenset({"STM", "SEA", "OCN"})
"""Feature codes of rivers and seas; people live on islands and shores of a lake."""


def is_water(mention: PlaceMention) -> bool:
    """Whether a place is a river, a canal or a sea."""
    return mention.place.feature in WATERS or mention.text.lower().endswith((" river", " sea", " canal"))
