"""Processes a unit follows (TRA-10)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.follow_ups.change_follow_up import change_follow_up
from chalicelib.application.follow_ups.follow import follow_process
from chalicelib.application.follow_ups.list_follow_ups import FollowedLine, list_follow_ups
from chalicelib.application.follow_ups.see_news import see_news
from chalicelib.application.follow_ups.unfollow import unfollow_process
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body

routes = Routes("follow_ups")

Group = Annotated[str, StringConstraints(max_length=100)]
Observation = Annotated[str, StringConstraints(max_length=500)]
Cursor = Annotated[str, StringConstraints(max_length=2000)]


class FollowUpForm(Body):
    """The unit's own group and what to remember (TRA-10)."""

    group: Group = ""
    observation: Observation = ""


class FollowUpsQuery(Body):
    """A page of them."""

    cursor: Cursor | None = None


class Nothing(Body):
    """An act that needs no data."""


@routes.route("GET", "/follow-ups", Action.FOLLOW_UP_LIST, query=FollowUpsQuery, reply=replies.FollowUps)
def read(call: Call) -> dict[str, Any]:
    """Acompanhamento especial: os processos que a unidade acompanha"""
    page = list_follow_ups(call.ports, call.actor, call.query.cursor)
    return {"items": [_line(each) for each in page.items], "next_cursor": page.next_cursor}


@routes.route(
    "POST",
    "/processes/{process}/follow-ups",
    Action.PROCESS_FOLLOW,
    body=FollowUpForm,
    reply=replies.FollowUpMade,
    status=201,
)
def follow(call: Call, process: str) -> Any:
    """Acompanhar processo"""
    form: FollowUpForm = call.body
    return follow_process(call.ports, call.actor, call.operation, process, form.group, form.observation)


@routes.route(
    "PUT",
    "/processes/{process}/follow-ups/{follow_up}",
    Action.PROCESS_FOLLOW,
    body=FollowUpForm,
    reply=replies.FollowUpMade,
)
def change(call: Call, process: str, follow_up: str) -> Any:
    """Alterar acompanhamento"""
    form: FollowUpForm = call.body
    return change_follow_up(
        call.ports, call.actor, call.operation, process, follow_up, form.group, form.observation
    )


@routes.route(
    "POST",
    "/processes/{process}/follow-ups/{follow_up}/sight",
    Action.PROCESS_FOLLOW,
    body=Nothing,
    reply=replies.FollowUpMade,
)
def see(call: Call, process: str, follow_up: str) -> Any:
    """Ver as novidades de um processo acompanhado"""
    return see_news(call.ports, call.actor, call.operation, process, follow_up)


@routes.route("DELETE", "/follow-ups/{followed}/{follow_up}", Action.FOLLOW_UP_LIST, status=204)
def unfollow(call: Call, followed: str, follow_up: str) -> Answer:
    """Deixar de acompanhar"""
    unfollow_process(call.ports, call.actor, call.operation, followed, follow_up)
    return Answer(None)


def _line(line: FollowedLine) -> dict[str, Any]:
    kept, process = line.follow_up, line.process
    return {
        "id": kept.id,
        "process": kept.process,
        "group": kept.group,
        "observation": kept.observation,
        "by": presenting.person(kept.by),
        "at": presenting.instant(kept.at),
        "visible": process is not None,
        "nup": process.nup if process else None,
        "type": presenting.named(process.registration.type) if process else None,
        "specification": process.registration.specification if process else "",
        "open_units": sorted(p.unit.acronym for p in process.presences.values() if p.open) if process else [],
        "news": kept.news(process.n) if process else 0,
    }
