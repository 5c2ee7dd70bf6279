"""The grade proposed for an incident, after Airwars' definitions, and why.

Takes the tellings of one incident, its voices and its tolls, gives a `Grade`; the first
definition below that holds is it. A person confirms or overrides it; nothing here is a
finding of fact.

discounted   "Those killed were combatants, or other parties most likely responsible."
confirmed    "A specific belligerent has accepted responsibility for civilian harm."
contested    "Competing claims of responsibility e.g. multiple belligerents […]"
fair         "Reported by two or more credible sources, with likely or confirmed near actions
             by a belligerent."
weak         "Single source claim, though sometimes featuring significant information."
"""

from collections.abc import Sequence

from aftermath.link.contradictions import perpetrators
from aftermath.link.positions import accepts_harm, blamed, owns
from aftermath.link.reconcile import SEVERAL
from aftermath.link.telling import Telling, is_named
from aftermath.model.incident import Grade, Toll, Voice


def grade(tellings: Sequence[Telling], voices: Sequence[Voice], tolls: Sequence[Toll]) -> Grade:
    """The grade that the accounts support, with its reasons."""
    asserting = [voice for voice in voices if _asserts(voice, tellings)]
    counted = f"{len(asserting)} independent {'voice says' if len(asserting) == 1 else 'voices say'} that it happened"
    if _only_fighters(tolls):
        return Grade(grade="discounted", reasons=("every account of those harmed names fighters only", counted))
    accepting = next((telling for telling in tellings if accepts_harm(telling)), None)
    if accepting:
        who = next(source.text for source in accepting.claim.sources if owns(accepting, source))
        return Grade(grade="confirmed", reasons=(f"{who} tells of it as its own act, with harm to civilians", counted))
    disputed = perpetrators(tellings)
    if disputed:
        sides = "; ".join(position.says for position in disputed.positions)
        return Grade(grade="contested", reasons=(f"accounts differ on who did it: {sides}", counted))
    if len(asserting) >= SEVERAL and any(map(_names_attacker, tellings)):
        return Grade(grade="fair", reasons=(counted, "an attacker is named and not disputed"))
    if len(asserting) >= SEVERAL:
        return Grade(grade="weak", reasons=(counted, "no account names an attacker"))
    return Grade(grade="weak", reasons=(counted,))


def _asserts(voice: Voice, tellings: Sequence[Telling]) -> bool:
    """Whether the voice says outright that it happened; parties to the conflict are counted like others."""
    return any(telling.claim.stance == "asserted" and telling.id in voice.claims for telling in tellings)


def _names_attacker(telling: Telling) -> bool:
    """Whether an attacker is told, in whatever words; one that condemns the deed is none, nor is who denies it."""
    if telling.claim.stance == "denied":
        return False
    return bool(blamed(telling)) or any(not (p.actor and is_named(p.actor)) for p in telling.claim.attackers)


def _only_fighters(tolls: Sequence[Toll]) -> bool:
    """Whether all killed and injured of all accounts are fighters."""
    told = [toll for toll in tolls if toll.kind in ("killed", "injured") and (toll.high.value or 0) > 0]
    fighters = {toll.kind: toll.high.value for toll in told if toll.group == "fighters"}
    wholes = [toll for toll in told if toll.group != "fighters"]
    return bool(fighters) and all(
        toll.group == "people" and toll.high.value == fighters.get(toll.kind) for toll in wholes
    )
