"""What becomes due is carried by e-mail when the bus tells of it (TRA-03, issue 4 §8)."""

import pytest

from chalicelib.events.carrying import handle_mail
from tests.application.mailing.post import Post
from tests.domain.mail_examples import LETTER
from tests.events.test_doors import Marks, fact, failed, message


def noticed(identifier, process="p1", kind="flow_step_reminder", **detail):
    detail = {"tenant": "ubatuba", "process": process, "routing": "i0.1", "kind": kind, "until": "x", **detail}
    return message(identifier, {"detail-type": kind, "detail": detail})


@pytest.mark.parametrize("kind", ["flow_step_reminder", "routing_reminder", "routing_overdue"])
def test_email_of_a_moment_is_carried_when_the_bus_tells_of_it(kind):
    """TRA-03, issue 4 §8: no entry of the history, so no mark of one."""
    post, marks = Post({"m1": LETTER}), Marks()
    event = {"Records": [noticed("a", kind=kind), noticed("b", kind=kind)]}
    assert failed(handle_mail(event, lambda _: post.outside(), lambda _: marks)) == []
    assert post.delivered == [("m1", [])]
    assert marks.reached_by == {}


def test_notice_and_fact_of_one_process_are_one_round_and_a_strange_notice_is_set_aside():
    post, marks = Post({"m1": LETTER}), Marks()
    strange = noticed("c", kind="process_lost")
    nameless = message("d", {"detail-type": "routing_overdue", "detail": {"tenant": "ubatuba"}})
    event = {"Records": [noticed("a"), fact("b", n=4), strange, nameless]}
    assert failed(handle_mail(event, lambda _: post.outside(), lambda _: marks)) == ["c", "d"]
    assert (post.delivered, marks.reached_by) == ([("m1", [])], {("mail", "p1"): 4})
