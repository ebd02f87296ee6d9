"""DOC-08 over HTTP: a large file in parts, from its declaration to its completion."""

import pytest

from chalicelib.api import replies
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.scenarios.uploads import in_parts
from tests.world.world import Ask, World

from .test_processes import fits, problem

pytestmark = pytest.mark.usefixtures("forgiven")


def test_large_file_is_told_where_its_parts_go_and_is_not_closed_without_them(world: World):
    ask = in_parts(world)
    made = fits(replies.UploadStarted, world.done(ask))
    assert (made["post"], made["part_size"]) == (None, 16 * 1024 * 1024)
    place = f"{ask.path}/{made['id']}"
    left = fits(replies.PartsLeft, world.done(Ask(world.ana, "POST", f"{place}/parts", {})))
    assert (left["total"], left["arrived"], [link["number"] for link in left["links"]]) == (3, 0, [1, 2, 3])
    problem(world.send(Ask(world.ana, "POST", f"{place}/completion", {})), 409, "parts_missing")
    gone = fits(replies.UploadStatus, world.done(Ask(world.ana, "DELETE", place)))
    assert gone["state"] == "waiting"
    assert world.done(Ask(world.ana, "POST", f"{place}/parts", {}))["links"] == []
