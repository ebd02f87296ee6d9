"""Telling the units what time itself brought, once per moment: by e-mail, and on the bus (TRA-03)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from chalicelib.domain.routing import Routing

from .plan import Moment, Occasion, moments
from .ports import Conducting, Notice


def give_notice(outside: Conducting, process: str, routing: str, until: str, occasion: Occasion) -> bool:
    """Publish the notice of a moment that the state confirms has come; -> whether it was published now.

    The e-mail is written, then the notice published, then noted: a death in between repeats the notice, whose
    (process, routing, kind, until) names the one e-mail. A moment that an extension, a receipt or a return
    has removed is not told at all.
    """
    state = outside.truth.process(process)
    found = next((r for r in state.routings if r.id == routing), None) if state else None
    if found is None or not _has_come(found, until, occasion, outside.now(), outside.zone):
        return False
    notice = Notice(outside.tenant, process, routing, occasion.value, until)
    if outside.register.given(notice):
        return False
    outside.letter(notice)
    outside.bus.notice(notice)
    outside.register.note(notice)
    return True


def _has_come(routing: Routing, until: str, occasion: Occasion, now: datetime, zone: ZoneInfo) -> bool:
    for moment in moments(routing, zone):
        if moment.at > now:
            return False
        if _is(moment, until, occasion):
            return True
    return False


def _is(moment: Moment, until: str, occasion: Occasion) -> bool:
    return moment.until == until and moment.occasion is occasion
