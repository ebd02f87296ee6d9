"""One's own first steps and exercises: two reads, whatever there is to do."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.learning import LearnerRole, LessonKind, LessonProgress, progress, role_of
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .lessons import lessons_of


@dataclass(frozen=True, slots=True)
class OwnLearning:
    """``first_steps`` of ``role``, if the city wrote any; ``due``: to be shown without being asked for."""

    role: LearnerRole
    roles: Sequence[LearnerRole]
    first_steps: LessonProgress | None
    exercises: Sequence[LessonProgress]
    dismissed: bool

    @property
    def due(self) -> bool:
        """Neither finished nor dismissed."""
        return bool(self.first_steps and not self.first_steps.finished and not self.dismissed)


def read_learning(ports: Ports, actor: Actor) -> OwnLearning:
    """Raises Forbidden."""
    allow(actor, Action.LEARNING_READ)
    learner, deeds = ports.reader.learner(actor.user.id)
    role = role_of(actor.profiles, learner)
    ticked = learner.ticked if learner else ()
    all_of_them = [progress(lesson, deeds, ticked) for lesson in lessons_of(ports.catalogues).values()]
    first = [one for one in all_of_them if one.lesson.kind is LessonKind.FIRST_STEPS]
    return OwnLearning(
        role=role,
        roles=[one.lesson.role for one in first],
        first_steps=next((one for one in first if one.lesson.role is role), None),
        exercises=[one for one in all_of_them if one.lesson.kind is LessonKind.EXERCISE],
        dismissed=bool(learner and learner.dismissed),
    )
