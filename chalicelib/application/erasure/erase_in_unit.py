"""Take who left out of what one unit keeps: views that only the person saw, the address in e-mail groups (LGPD)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import EmailGroupsKey, ErasureKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasure import check_at_work, counted
from chalicelib.domain.identity import Actor
from chalicelib.domain.leaver import check_left
from chalicelib.domain.leaver_report import Trace
from chalicelib.domain.policy import Action

from .leaver_survey import in_unit
from .subject import requested


def erase_in_unit(ports: Ports, actor: Actor, operation: Operation, erasure: str, unit: str) -> Reply:
    """-> ``{"gone"}``: how many went. Raises Forbidden, NotFound; Refused ``erasure_settled``, ``check_left``."""
    allow(actor, Action.PERSON_ERASE)
    known, _ = requested(ports, erasure)

    def attempt(work: Work) -> Reply:
        order, user, shelf = work.load(ErasureKey(erasure), UserKey(known.user), EmailGroupsKey(unit))
        check_at_work(order)
        check_left(user)
        views, groups = in_unit(ports, unit, user, shelf)
        if not views and groups is None:
            raise _NothingThere
        work.require_user(user)
        for view in views:
            work.delete_kept(view)
        if groups is not None:
            work.put_kept(shelf, groups)
        gone = {Trace.VIEWS.value: len(views), Trace.GROUPS.value: int(groups is not None)}
        work.put_erasure(order, counted(order, gone))
        return {"gone": sum(gone.values())}

    try:
        return transact(lambda: ports.begin(operation), attempt)
    except _NothingThere:
        return {"gone": 0}


class _NothingThere(Exception):
    """The unit keeps nothing of the person."""
