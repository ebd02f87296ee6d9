"""Learning by doing: the first steps of each role and the guided exercises, ticked by what a person really did.

What was done is known from the facts of the history and of the register: a step names the acts that tick it. What no
fact tells, and only that, the person ticks by hand.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .access import Profile
from .errors import Refused

#: More than this of one act is never asked for, nor remembered.
MOST = 20
#: The acts that are remembered of each person, by the name that facts, the units' own logs, changes of an account and
#: changes of the register have; ``return_requested`` is a sending that asks for a return.
DEEDS = frozenset(
    {
        "process_started", "process_received", "process_sent", "return_requested", "process_assigned",
        "process_concluded", "process_reopened", "process_related", "process_suspended", "suspension_removed",
        "process_acknowledged", "progress_recorded", "return_extended", "process_duplicated",
        "document_generated", "document_filed", "document_signed", "document_authenticated", "document_acknowledged",
        "document_put_in_block", "block_shared", "block_returned", "flow_step_completed",
        "label_added", "deadline_set", "deadline_concluded", "checklist_done",
        "password_changed", "password_made", "factor_enrolled",
        "units.created", "units.changed", "users.created", "users.changed", "users.imported", "agencies.changed",
        "role-titles.created", "role-titles.changed", "process-types.created", "process-types.changed",
        "mail-templates.changed", "holidays.created",
    }
)  # fmt: skip


class LessonKind(StrEnum):
    """What a lesson is."""

    FIRST_STEPS = "first_steps"
    EXERCISE = "exercise"


class LearnerRole(StrEnum):
    """For whom a lesson is; the same person may be several."""

    CLERK = "clerk"
    MANAGER = "manager"
    PROTOCOL = "protocol"
    ADMINISTRATOR = "administrator"
    KEY_USER = "key_user"


_ROLES = (
    (Profile.ADMINISTRATOR, LearnerRole.ADMINISTRATOR),
    (Profile.KEY_USER, LearnerRole.KEY_USER),
    (Profile.PROTOCOL, LearnerRole.PROTOCOL),
)


@dataclass(frozen=True, slots=True)
class LessonStep:
    """One thing to do: ``how``, on which ``screen``, by which ``control``, explained ``where`` in the manual. Done when
    the person did any of ``acts``, ``times`` in all; without acts, when the person says so.
    """

    code: str
    title: str
    how: str = ""
    acts: tuple[str, ...] = ()
    times: int = 1
    screen: str = ""
    control: str = ""
    where: str = ""

    def count(self, deeds: Mapping[str, int]) -> int:
        """How many of the times it was done."""
        return min(self.times, sum(deeds.get(act, 0) for act in self.acts))


@dataclass(frozen=True, slots=True)
class Lesson:
    """First steps of a role, or an exercise."""

    code: str
    kind: LessonKind
    role: LearnerRole
    title: str
    text: str
    steps: tuple[LessonStep, ...]


@dataclass(frozen=True, slots=True)
class Learner:
    """What a person chose about learning: a role, not to be shown the first steps, and what was ticked by hand."""

    user: str
    role: LearnerRole | None = None
    dismissed: bool = False
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A step as it stands for one person."""

    step: LessonStep
    count: int
    done: bool


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """A lesson as it stands for one person."""

    lesson: Lesson
    steps: tuple[StepProgress, ...] = field(default_factory=tuple)

    @property
    def done(self) -> int:
        """How many steps are."""
        return sum(step.done for step in self.steps)

    @property
    def finished(self) -> bool:
        """Whether all are."""
        return self.done == len(self.steps)


def progress(lesson: Lesson, deeds: Mapping[str, int], ticked: tuple[str, ...]) -> LessonProgress:
    """How far somebody with these deeds has come."""
    steps = []
    for step in lesson.steps:
        count = step.count(deeds) if step.acts else int(place(lesson, step) in ticked)
        steps.append(StepProgress(step, count, count >= step.times))
    return LessonProgress(lesson, tuple(steps))


def place(lesson: Lesson, step: LessonStep) -> str:
    """How a step is named among all."""
    return f"{lesson.code}/{step.code}"


def role_of(profiles: frozenset[str], learner: Learner | None) -> LearnerRole:
    """The role that was chosen, or the one that the profiles suggest."""
    if learner and learner.role:
        return learner.role
    return next((role for profile, role in _ROLES if profile in profiles), LearnerRole.CLERK)


def tick(learner: Learner, lessons: Mapping[str, Lesson], which: str, done: bool) -> Learner:
    """Raises Refused ``lesson_step_gone``, ``step_known_by_deeds``."""
    found = {place(lesson, step): step for lesson in lessons.values() for step in lesson.steps}
    if which not in found:
        raise Refused("lesson_step_gone", "Este passo não existe mais. Recarregue a página.")
    if found[which].acts:
        raise Refused("step_known_by_deeds", "Este passo é marcado pelo sistema quando você faz o que ele pede.")
    others = tuple(one for one in learner.ticked if one != which)
    return replace(learner, ticked=(*others, which) if done else others)
