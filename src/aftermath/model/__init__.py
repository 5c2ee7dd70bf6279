"""The words of the field as types: reports, parses, mentions, claims and problems.

Everything here is a frozen value. Nothing here reads a file, opens a connection or
imports another part of Aftermath; every stage imports from here and from nowhere else.
"""

from aftermath.model.claim import (
    Actor,
    ActorMention,
    Claim,
    Count,
    Harm,
    Party,
    Record,
    Source,
    Target,
    Weapon,
)
from aftermath.model.codes import EVENTS, HARM_KINDS, STANCES, Event
from aftermath.model.errors import AftermathError, Misuse
from aftermath.model.mention import Place, PlaceMention, Quantity, Time, TimeMention
from aftermath.model.parse import Name, Parse, Sentence, Token, once
from aftermath.model.report import Problem, Report
from aftermath.model.words import Span, Words

__all__ = [
    "EVENTS",
    "HARM_KINDS",
    "STANCES",
    "Actor",
    "ActorMention",
    "AftermathError",
    "Claim",
    "Count",
    "Event",
    "Harm",
    "Misuse",
    "Name",
    "Parse",
    "Party",
    "Place",
    "PlaceMention",
    "Problem",
    "Quantity",
    "Record",
    "Report",
    "Sentence",
    "Source",
    "Span",
    "Target",
    "Time",
    "TimeMention",
    "Token",
    "Weapon",
    "Words",
    "once",
]
