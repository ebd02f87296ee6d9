"""Choose a role, put the first steps away or back, tick by hand what no fact tells."""

from dataclasses import replace

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import LearnerKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.learning import Learner, LearnerRole, tick
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .lessons import lessons_of


@dataclass(frozen=True, slots=True)
class LearningForm:
    """What is to change; what is None stays. ``step`` is ticked when ``done``, and unticked otherwise."""

    role: LearnerRole | None = None
    dismissed: bool | None = None
    step: str | None = None
    done: bool = True


def keep_learning(ports: Ports, actor: Actor, operation: Operation, form: LearningForm) -> Reply:
    """Raises Forbidden, and as ``learning.tick``."""
    allow(actor, Action.LEARNING_KEEP)
    lessons = lessons_of(ports.catalogues)

    def attempt(work: Work) -> Reply:
        (before,) = work.load(LearnerKey(actor.user.id))
        after = before or Learner(actor.user.id)
        if form.role is not None:
            after = replace(after, role=form.role)
        if form.dismissed is not None:
            after = replace(after, dismissed=form.dismissed)
        if form.step is not None:
            after = tick(after, lessons, form.step, form.done)
        work.put_learner(before, after)
        return {"role": after.role, "dismissed": after.dismissed, "ticked": list(after.ticked)}

    return transact(lambda: ports.begin(operation), attempt)
