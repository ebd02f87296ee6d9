"""The lessons of the city, as its catalogue has them."""

from collections.abc import Mapping

from chalicelib.application.ports import Catalogues
from chalicelib.domain.learning import LearnerRole, Lesson, LessonKind, LessonStep


def lessons_of(catalogues: Catalogues) -> Mapping[str, Lesson]:
    """By code, in the order of the catalogue."""
    return {
        row["code"]: Lesson(
            code=row["code"],
            kind=LessonKind(row["kind"]),
            role=LearnerRole(row["role"]),
            title=row["title"],
            text=row["text"],
            steps=tuple(LessonStep(**{**step, "acts": tuple(step["acts"])}) for step in row["steps"]),
        )
        for row in catalogues.plain("lessons")
    }
