"""An incident as a row: the columns by which it is looked for, and the whole as JSON text."""

from typing import Any

from aftermath.model.incident import Incident
from aftermath.store.form import to_text


def incident_row(made: Incident) -> dict[str, Any]:
    """The row of an incident in `tables.incidents`."""
    killed = next((toll for toll in made.tolls if (toll.kind, toll.group) == ("killed", "people")), None)
    names = [made.place.name, *made.place.admin] if made.place else []
    return {
        "id": made.id,
        "event": made.event,
        "scope": made.scope,
        "first": made.start,
        "last": made.end,
        "lat": made.place.lat if made.place else None,
        "lon": made.place.lon if made.place else None,
        "grade": made.grade.grade,
        "killed": killed.best.value if killed else None,
        "contested": bool(made.contradictions),
        "words": " ".join((*names, *(voice.name for voice in made.voices))).lower(),
        "incident": to_text(made),
    }
