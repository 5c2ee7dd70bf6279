"""Checks that an ambiguous trigger word must pass: "hit", "strike", "fall", "release" and their like.

Each check takes the scene, the trigger and its arguments, and says whether the words around
make the word tell of an event of armed conflict. The names stand in the `needs` column of
`tables/triggers.tsv`.
"""

from collections.abc import Callable

from aftermath.extract.events.needs.arms import (
    aircraft_object,
    always,
    arms_used,
    chemical_object,
    drone_into,
    fired_on,
    fired_on_place,
    fires_back,
    mined,
    object_hit,
    projectile,
    projectile_subject,
    rams,
    riot_means,
    self_object,
    violent,
    violent_means,
    weapon_subject,
    weapons_stopped,
)
from aftermath.extract.events.needs.ground import (
    aid_stopped,
    fighters,
    fighters_lose,
    fighters_object,
    fighters_return,
    fighters_subject,
    fighting,
    no_aid,
    place_object,
    place_subject,
    territory,
    territory_held,
    territory_strict,
)
from aftermath.extract.events.needs.persons import (
    begins,
    bomber_acts,
    captives,
    conveyed,
    fighters_held,
    held_by_others,
    held_by_state,
    leaving,
    maltreated,
    people,
    person_object,
    person_subject,
    taken,
    taken_by_state,
    taken_from,
)
from aftermath.extract.events.needs.truces import gives_up, truce, truce_fails, truce_object
from aftermath.extract.grammar.arguments import Arguments
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

Need = Callable[[Scene, Token, Arguments], bool]

NEEDS: dict[str, Need] = {
    "": always,
    "violent": violent,
    "projectile": projectile,
    "fired_on": fired_on,
    "fires_back": fires_back,
    "fired_on_place": fired_on_place,
    "weapon_subject": weapon_subject,
    "weapons_stopped": weapons_stopped,
    "mined": mined,
    "aircraft_object": aircraft_object,
    "chemical_object": chemical_object,
    "arms_used": arms_used,
    "riot_means": riot_means,
    "projectile_subject": projectile_subject,
    "drone_into": drone_into,
    "self": self_object,
    "rams": rams,
    "maltreated": maltreated,
    "person_object": person_object,
    "held_by_state": held_by_state,
    "held_by_others": held_by_others,
    "fighters_held": fighters_held,
    "taken": taken,
    "taken_from": taken_from,
    "taken_by_state": taken_by_state,
    "person_subject": person_subject,
    "fighters": fighters,
    "fighters_return": fighters_return,
    "fighters_subject": fighters_subject,
    "territory": territory,
    "territory_held": territory_held,
    "territory_strict": territory_strict,
    "fighters_object": fighters_object,
    "fighters_lose": fighters_lose,
    "aid_stopped": aid_stopped,
    "no_aid": no_aid,
    "violent_means": violent_means,
    "place_subject": place_subject,
    "place_object": place_object,
    "object": object_hit,
    "people": people,
    "begins": begins,
    "leaving": leaving,
    "conveyed": conveyed,
    "bomber_acts": bomber_acts,
    "captives": captives,
    "truce": truce,
    "gives_up": gives_up,
    "truce_object": truce_object,
    "truce_fails": truce_fails,
    "fighting": fighting,
}
