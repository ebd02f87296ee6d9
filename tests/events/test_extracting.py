"""A step of the uploads machine reaches its act, and no other."""

import pytest

from chalicelib.events.extracting import handle_extraction
from tests.application.documents.office import filed, office
from tests.application.extraction.test_extraction import SCAN, SHA, Drawer, Paper, found
from tests.application.under_way import started

PLACE = {"tenant": "ubatuba", "sha256": SHA, "attempt": 1}


def test_each_step_does_its_part():
    outside, paper, drawer = office(), Paper([SCAN]), Drawer()
    filed(outside, started(outside))

    def step(name, **more):
        return handle_extraction({"step": name, **PLACE, **more}, outside.ports, paper, drawer)

    assert step("extract") == {"batches": [{"n": 0, "pages": [1]}]}
    assert step("recognize", batch={"n": 0, "pages": [1]}) == {"read": 1, "unread": 0}
    assert step("keep") == {"state": "done"}
    assert step("give_up") == {"state": "done"}
    assert found(outside).recognized == 1
    with pytest.raises(ValueError):
        step("dance")
