"""Special follow-up (TRA-10)."""

import pytest

from chalicelib.application.follow_ups.change_follow_up import change_follow_up
from chalicelib.application.follow_ups.follow import follow_process
from chalicelib.application.follow_ups.list_follow_ups import list_follow_ups
from chalicelib.application.follow_ups.see_news import see_news
from chalicelib.application.follow_ups.unfollow import unfollow_process
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.domain.errors import Forbidden, NotFound, Refused
from chalicelib.domain.identity import Actor
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    FOREIGNER,
    HEAD,
    RESTRICTED,
    TECHNICIAN,
    invalid,
    refused,
    restrict,
    sent,
    started,
)
from tests.fakes.outside import Outside


def followed(outside: Outside, process: str, actor: Actor = HEAD, group: str = "", note: str = "") -> str:
    made = follow_process(outside.ports, actor, outside.operation(actor.user.id), process, group, note)
    return str(made["id"])


def lines(outside: Outside, actor: Actor = HEAD) -> list[tuple[str | None, str, int]]:
    """(number, group, news) of each line."""
    found = list_follow_ups(outside.ports, actor, None).items
    return [
        (
            line.process.nup if line.process else None,
            line.follow_up.group,
            line.follow_up.news(line.process.n) if line.process else 0,
        )
        for line in found
    ]


def test_public_process_is_followed_by_a_unit_that_never_had_it(outside: Outside):
    process = started(outside)
    followed(outside, process, group="Obras", note="Ver em março")
    followed(outside, process, FOREIGNER)
    assert lines(outside) == [(outside.memory.process(process).nup, "Obras", 0)]
    assert len(lines(outside, FOREIGNER)) == 1


def test_following_leaves_nothing_in_the_history(outside: Outside):
    process = started(outside)
    before = outside.memory.sentences(process)
    followed(outside, process)
    assert outside.memory.sentences(process) == before


def test_restricted_process_is_followed_only_where_it_passed(outside: Outside):
    process = started(outside, RESTRICTED)
    with refused("restricted_not_followed", Forbidden):
        followed(outside, process, CABINET_HEAD)
    followed(outside, process, CLERK)
    with pytest.raises(NotFound):
        followed(outside, process, FOREIGNER)


def test_process_that_becomes_restricted_leaves_the_list_of_who_never_had_it(outside: Outside):
    process = sent(outside)
    mine, theirs = followed(outside, process, CABINET_HEAD), followed(outside, process, HEAD)
    restrict(outside, process)
    assert lines(outside, CABINET_HEAD) == [(None, "", 0)]
    assert lines(outside, HEAD)[0][0] is not None
    with refused("restricted_not_followed", Forbidden):
        see_news(outside.ports, CABINET_HEAD, outside.operation(), process, mine)
    unfollow_process(outside.ports, CABINET_HEAD, outside.operation(), process, mine)
    assert lines(outside, CABINET_HEAD) == []
    see_news(outside.ports, HEAD, outside.operation(), process, theirs)


def test_news_are_counted_until_somebody_looks(outside: Outside):
    process = started(outside)
    made = followed(outside, process)
    record_progress(outside.ports, CLERK, outside.operation(), process, "Vistoria feita")
    record_progress(outside.ports, CLERK, outside.operation(), process, "Parecer feito")
    assert lines(outside)[0][2] == 2
    see_news(outside.ports, HEAD, outside.operation(), process, made)
    assert lines(outside)[0][2] == 0


def test_process_is_in_many_groups_but_once_in_each(outside: Outside):
    process = started(outside)
    followed(outside, process, group="Obras")
    second = followed(outside, process, group="Praças")
    with refused("already_followed", Refused):
        followed(outside, process, group="OBRAS")
    with refused("already_followed", Refused):
        change_follow_up(outside.ports, HEAD, outside.operation(), process, second, "obras", "")
    change_follow_up(outside.ports, HEAD, outside.operation(), process, second, "Praças", "Ver em abril")
    assert {group for _, group, _ in lines(outside)} == {"Obras", "Praças"}


def test_long_words_are_refused(outside: Outside):
    with invalid(("group", "text_too_long"), ("observation", "text_too_long")):
        followed(outside, started(outside), group="x" * 101, note="x" * 501)


def test_follow_up_of_another_unit_is_not_found(outside: Outside):
    process = started(outside)
    made = followed(outside, process)
    for act in (
        lambda: see_news(outside.ports, CLERK, outside.operation(), process, made),
        lambda: change_follow_up(outside.ports, CLERK, outside.operation(), process, made, "x", ""),
        lambda: unfollow_process(outside.ports, CLERK, outside.operation(), process, made),
    ):
        with refused("not_found", NotFound):
            act()


def test_who_only_cares_for_the_system_follows_nothing(outside: Outside):
    with pytest.raises(NotFound):
        followed(outside, started(outside), TECHNICIAN)
    with pytest.raises(Forbidden):
        lines(outside, TECHNICIAN)


def test_list_costs_two_reads_however_many_are_followed(outside: Outside):
    for _ in range(5):
        followed(outside, started(outside))
    outside.memory.calls = 0
    assert len(lines(outside)) == 5
    assert outside.memory.calls == 2
