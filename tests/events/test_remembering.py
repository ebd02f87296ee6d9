"""Who did what is kept as the stream of the history tells it (issue 5 §7)."""

from chalicelib.application.conducting.ports import HistoryFact
from chalicelib.events.history_stream import publish_history
from tests.events.test_doors import RefusingBus, entry, failed


def test_who_did_what_is_kept_and_never_holds_the_facts_back():
    bus, kept = RefusingBus(), []

    def read(image):
        return HistoryFact("ubatuba", image["pk"]["S"], 1, "process_sent")

    def broken(images):
        raise ValueError(images)

    event = {"Records": [entry("1"), entry("2", "p2")]}
    assert failed(publish_history(event, read, bus, lambda images: kept.extend(images))) == []
    assert [image["pk"]["S"] for image in kept] == ["p1", "p2"]
    assert failed(publish_history(event, read, bus, broken)) == ["1", "2"]
    assert len(bus.taken) == 4
