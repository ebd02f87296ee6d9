"""How far everybody in a unit has come in the exercises, for who helps them."""

from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.learning import LessonKind, LessonProgress, progress
from chalicelib.domain.organisation import Person, Unit
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .lessons import lessons_of


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """One person: the exercises, in the order of the catalogue."""

    person: Person
    exercises: Sequence[LessonProgress]


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """Everybody in a unit, by name."""

    unit: Unit
    people: Sequence[PersonProgress]


def follow_learning(ports: Ports, actor: Actor, unit: str | None = None) -> UnitProgress:
    """``unit``: the actor's own when None. Raises Forbidden, NotFound ``unit_not_found``."""
    allow(actor, Action.LEARNING_FOLLOW)
    here = ports.catalogues.units().get(unit or actor.unit.id)
    if here is None:
        raise NotFound("unit_not_found", "Esta unidade não existe.")
    people = ports.reader.users_of_unit(here.id)
    note_people(actor, Action.LEARNING_FOLLOW, PersonKind.USER, (person.id for person in people))
    known = ports.reader.learners([person.id for person in people])
    lessons = [one for one in lessons_of(ports.catalogues).values() if one.kind is LessonKind.EXERCISE]
    rows = []
    for person in people:
        learner, deeds = known.get(person.id, (None, {}))
        ticked = learner.ticked if learner else ()
        rows.append(PersonProgress(person, [progress(lesson, deeds, ticked) for lesson in lessons]))
    return UnitProgress(here, rows)
