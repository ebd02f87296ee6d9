"""Remind that a process waits to be received or is about to be due back (TRA-03)."""

from .notices import give_notice
from .plan import Occasion
from .ports import Conducting


def remind(outside: Conducting, process: str, routing: str, until: str) -> bool:
    """Give the reminder of the moment ``until``, if it still stands; -> whether it was given now."""
    return give_notice(outside, process, routing, until, Occasion.REMINDER)
