"""One text into many processes, with the words of a sheet (DOC-09)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.mail_merge.check_merge import check_merge
from chalicelib.application.mail_merge.examine import MergeForm
from chalicelib.application.mail_merge.order_merge import order_merge
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body, Code, Identifier

routes = Routes("mail_merge")

#: What one job holds, with room for what is said of each row.
LARGEST_SHEET = 1024 * 1024


class MergeBody(Body):
    """The type, the model's number, and the sheet as CSV or as a list of process numbers."""

    type: Code
    model: Annotated[str, StringConstraints(pattern=r"^\d{1,12}$")]
    rows: Annotated[str, Field(min_length=1, max_length=LARGEST_SHEET)]
    description: Annotated[str, StringConstraints(max_length=250)] = ""
    block: Identifier | None = None

    def form(self) -> MergeForm:
        """As the use cases take it."""
        return MergeForm(self.type, self.model, self.rows, self.description, self.block or "")


@routes.route("POST", "/mail-merges/check", Action.BULK_ORDER, body=MergeBody, reply=replies.MergeReport)
def check(call: Call) -> dict[str, Any]:
    """Conferir, linha por linha, um documento em vários processos"""
    found = check_merge(call.ports, call.actor, call.body.form())
    rows = [
        {
            "line": looked.row.line,
            "process": looked.process.nup if looked.process else looked.row.process,
            "problems": list(looked.problems),
        }
        for looked in found.rows
    ]
    ready = sum(not looked.problems for looked in found.rows)
    return {"fields": list(found.fields), "unused": list(found.unused), "rows": rows, "ready": ready}


@routes.route("POST", "/mail-merges", Action.BULK_ORDER, body=MergeBody, reply=replies.JobStarted, status=201)
def order(call: Call) -> Any:
    """Criar um documento em cada processo de uma lista"""
    return order_merge(call.ports, call.actor, call.operation, call.body.form())
