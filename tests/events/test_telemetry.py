"""Issue 2 item 10: each request and each event is counted and timed, by act and refusal, with nothing personal."""

import json
from types import SimpleNamespace

from chalicelib import telemetry
from chalicelib.events import functions


def measured(capsys):
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    return [line for line in lines if "_aws" in line]


def declared(line):
    (directive,) = line["_aws"]["CloudWatchMetrics"]
    names = {metric["Name"] for metric in directive["Metrics"]}
    return directive["Namespace"], names, {frozenset(one) for one in directive["Dimensions"]}


def test_an_answered_request_is_counted_and_timed_by_its_act(capsys):
    telemetry.measure_request("process_start", 12.5, None)
    (line,) = measured(capsys)
    assert declared(line) == ("Iperoig", {"requests", "milliseconds"}, {frozenset({"action", "service"})})
    assert (line["action"], line["requests"], line["milliseconds"]) == ("process_start", [1], [12.5])


def test_a_refusal_is_counted_by_act_and_code_too(capsys):
    telemetry.measure_request("process_send", 3, "process_changed")
    _, line = measured(capsys)
    assert declared(line)[1:] == ({"refusals"}, {frozenset({"action", "code", "service"})})
    assert (line["action"], line["code"], line["refusals"]) == ("process_send", "process_changed", [1])


def test_an_event_is_counted_with_the_messages_that_must_come_back(capsys):
    telemetry.measure_event("conduct_flows", 40, 2)
    (line,) = measured(capsys)
    assert (line["function"], line["events"], line["failures"]) == ("conduct_flows", [1], [2])


def test_every_function_measures_itself(capsys, monkeypatch):
    class Outside:
        bus = None
        deeds = SimpleNamespace(remember=list)

    monkeypatch.setattr(functions, "background", Outside)
    answer = functions.read_history({"Records": []}, None)
    assert answer == {"batchItemFailures": []}
    (line,) = measured(capsys)
    assert (line["function"], line["failures"]) == ("read_history", [0])
