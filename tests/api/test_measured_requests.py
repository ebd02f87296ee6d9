"""Issue 2 item 10: every request is measured once, by its act; a refusal by its code; nothing personal is written."""

import json

from tests.world.builders import process_form
from tests.world.world import Ask, World


def measured(capsys):
    found = [json.loads(line) for line in capsys.readouterr().err.splitlines() if '"_aws"' in line]
    return [{key: value for key, value in line.items() if key != "_aws"} for line in found]


def test_an_answered_request_is_measured_once_by_its_act(world: World, capsys):
    world.done(Ask(world.ana, "POST", "/processes", process_form(specification="Segredo de Ana")))
    written = measured(capsys)
    assert [line["requests"] for line in written] == [[1]]
    assert written[0].keys() == {"action", "service", "requests", "milliseconds"}
    assert "Segredo" not in json.dumps(written)


def test_a_refused_request_is_counted_by_its_code_too(world: World, capsys):
    world.send(Ask(world.ana, "GET", "/processes/7h6y2zkq3m4n5p6r7s2t3u4v5w"))
    requests, refusals = measured(capsys)
    assert requests["requests"] == [1]
    assert (refusals["action"], refusals["code"]) == (requests["action"], "not_found")
    assert refusals["refusals"] == [1]
