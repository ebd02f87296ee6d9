"""Until when: a date or a number of days, as more than one act asks for it."""

from typing import Annotated, ClassVar

from pydantic import Field

from chalicelib.domain.deadline import DueRule, InDays, OnDate
from chalicelib.domain.errors import FieldError, InvalidRequest

from .validation import Body, Day

Days = Annotated[int, Field(strict=True, ge=1, le=9999)]


class DueForm(Body):
    """On a ``date``, or in ``days``, counted as business days if so asked (TRA-11, TRA-15)."""

    field: ClassVar[str]

    date: Day | None = None
    days: Days | None = None
    business: bool = False

    def rule(self) -> DueRule:
        """Raises InvalidRequest when it is both or neither."""
        if self.date is not None and self.days is None:
            return OnDate(self.date)
        if self.days is not None and self.date is None:
            return InDays(self.days, self.business)
        message = "Informe uma data ou um número de dias."
        raise InvalidRequest(FieldError(self.field, "date_or_days", message))
