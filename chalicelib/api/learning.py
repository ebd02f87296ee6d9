"""First steps by role and guided exercises: one's own, and those of a unit's people."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.learning.export import export_learning
from chalicelib.application.learning.follow import follow_learning
from chalicelib.application.learning.keep import LearningForm, keep_learning
from chalicelib.application.learning.lessons import lessons_of
from chalicelib.application.learning.read import read_learning
from chalicelib.domain.learning import LearnerRole, LessonKind, LessonProgress, place
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("learning")

StepName = Annotated[str, StringConstraints(min_length=3, max_length=160, pattern=r"^[a-z0-9.-]+/[a-z0-9.-]+$")]


class LearningChange(Body):
    """What the person chooses; what is left out stays as it is."""

    role: LearnerRole | None = None
    dismissed: bool | None = None
    step: StepName | None = None
    done: bool = True


class ProgressQuery(Body):
    """Of which unit; one's own when none is said."""

    unit: Identifier | None = None


@routes.route("GET", "/me/learning", Action.LEARNING_READ, reply=replies.OwnLearning)
def read(call: Call) -> dict[str, Any]:
    """Meus primeiros passos e exercícios"""
    found = read_learning(call.ports, call.actor)
    return {
        "role": found.role.value,
        "roles": [role.value for role in found.roles],
        "first_steps": _lesson(found.first_steps) if found.first_steps else None,
        "exercises": [_lesson(one) for one in found.exercises],
        "dismissed": found.dismissed,
        "due": found.due,
    }


@routes.route("PUT", "/me/learning", Action.LEARNING_KEEP, body=LearningChange, reply=replies.LearningKept)
def keep(call: Call) -> Any:
    """Escolher o papel, dispensar os primeiros passos, marcar um passo"""
    body: LearningChange = call.body
    form = LearningForm(body.role, body.dismissed, body.step, body.done)
    return keep_learning(call.ports, call.actor, call.operation, form)


@routes.route(
    "GET", "/learning/progress", Action.LEARNING_FOLLOW, query=ProgressQuery, reply=replies.LearningProgress
)
def follow(call: Call) -> dict[str, Any]:
    """O progresso das pessoas de uma unidade nos exercícios"""
    found = follow_learning(call.ports, call.actor, call.query.unit)
    lessons = [one for one in lessons_of(call.ports.catalogues).values() if one.kind is LessonKind.EXERCISE]
    return {
        "unit": {"id": found.unit.id, "acronym": found.unit.acronym, "name": found.unit.name},
        "exercises": [{"code": one.code, "title": one.title, "role": one.role.value} for one in lessons],
        "people": [
            {
                "person": presenting.person(row.person),
                "finished": sum(one.finished for one in row.exercises),
                "exercises": [
                    {"code": one.lesson.code, "done": one.done, "steps": len(one.steps)} for one in row.exercises
                ],
            }
            for row in found.people
        ],
    }


@routes.route(
    "GET", "/learning/progress/export", Action.LEARNING_FOLLOW, query=ProgressQuery, reply=replies.Spreadsheet
)
def export(call: Call) -> dict[str, Any]:
    """Baixar em planilha o progresso das pessoas de uma unidade"""
    made = export_learning(call.ports, call.actor, call.query.unit)
    return {"content": made.content, "rows": made.rows, "complete": made.complete}


def _lesson(found: LessonProgress) -> dict[str, Any]:
    lesson = found.lesson
    return {
        "code": lesson.code,
        "role": lesson.role.value,
        "title": lesson.title,
        "text": lesson.text,
        "done": found.done,
        "steps": [
            {
                "id": place(lesson, one.step),
                "title": one.step.title,
                "how": one.step.how,
                "done": one.done,
                "count": one.count,
                "times": one.step.times,
                "by_hand": not one.step.acts,
                "screen": one.step.screen,
                "control": one.step.control,
                "where": one.step.where,
            }
            for one in found.steps
        ],
    }
