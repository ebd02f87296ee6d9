"""Tell that a return is overdue (TRA-03).

Overdue is not written into the state: it follows from the date, on every screen and at once. What happens
only at the moment itself is that the units are told.
"""

from .notices import give_notice
from .plan import Occasion
from .ports import Conducting


def mark_overdue(outside: Conducting, process: str, routing: str, until: str) -> bool:
    """Give the notice of the moment ``until``, if still awaited; -> whether it was given now."""
    return give_notice(outside, process, routing, until, Occasion.OVERDUE)
