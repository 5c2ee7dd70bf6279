"""`aftermath judge`: a person's word on which claims are of one incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from aftermath.cli.stores import STORE, By, Reason, StoreFile

if TYPE_CHECKING:
    from aftermath.model.judgement import Judgement

judge = typer.Typer(
    name="judge",
    help="Merge, split and grade incidents and move claims; judgements are kept and survive linking anew.",
    no_args_is_help=True,
)

Incident = Annotated[str, typer.Argument(help="An incident's id, or the letters with which it begins.")]
Other = Annotated[str, typer.Argument(help="Another incident's id, or its first letters.")]
Numbers = Annotated[list[int], typer.Argument(metavar="CLAIM...", help="Claims by number, as `show` numbers them.")]


@judge.command()
def merge(incident: Incident, other: Other, by: By, reason: Reason, store: StoreFile = STORE) -> None:
    """Say that two incidents are one."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline import judging
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        _tell(judging.merge(opened, incident, other, judging.Ground(by=by, reason=reason)))


@judge.command()
def split(incident: Incident, claims: Numbers, by: By, reason: Reason, store: StoreFile = STORE) -> None:
    """Say that claims are of another incident than the rest."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline import judging
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        _tell(judging.split(opened, incident, claims, judging.Ground(by=by, reason=reason)))


@judge.command()
def move(incident: Incident, other: Other, claims: Numbers, by: By, reason: Reason, store: StoreFile = STORE) -> None:
    """Say that claims of an incident are of the other one."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline import judging
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        _tell(judging.move(opened, incident, claims, other, judging.Ground(by=by, reason=reason)))


@judge.command()
def grade(
    incident: Incident,
    by: By,
    reason: Reason,
    grade: Annotated[str, typer.Argument(help="Another grade than the proposed, which is else confirmed.")] = "",
    store: StoreFile = STORE,
) -> None:
    """Confirm the proposed grade of an incident, or give it another; where that takes two people, propose it."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline import judging
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        _tell(judging.grade(opened, incident, grade, judging.Ground(by=by, reason=reason)))


@judge.command()
def second(incident: Incident, by: By, reason: Reason, store: StoreFile = STORE) -> None:
    """Let the grade that another person proposed for an incident count."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline import judging
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        _tell(judging.second(opened, incident, judging.Ground(by=by, reason=reason)))


@judge.command()
def reject(incident: Incident, by: By, reason: Reason, store: StoreFile = STORE) -> None:
    """Refuse the grade that another person proposed for an incident."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline import judging
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        _tell(judging.reject(opened, incident, judging.Ground(by=by, reason=reason)))


@judge.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(help="A judgement's id, as `show` lists it, or its first letters.")],
    by: By,
    reason: Reason,
    store: StoreFile = STORE,
) -> None:
    """Take a judgement back; it is kept, and holds no more."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline import judging
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        _tell(judging.withdraw(opened, judgement, judging.Ground(by=by, reason=reason)))


def _tell(judgement: Judgement) -> None:
    said = judgement.grade or judgement.withdraws or judgement.value
    typer.echo(f"{judgement.verdict}{f' {said}' if said else ''} kept as {judgement.id}: {', '.join(judgement.claims)}")
