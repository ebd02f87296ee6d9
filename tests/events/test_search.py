"""The consumer that indexes words (demands.md 5)."""

from chalicelib.application.conducting.ports import Indexed
from chalicelib.events.search import handle_search
from tests.application.conducting.world import a_process
from tests.events.test_doors import Marks, fact, failed, message


class Office:
    """Processes and what they are kept under; one of them cannot be read."""

    def __init__(self):
        self.kept = {}

    def process(self, process):
        if process == "p2":
            raise RuntimeError
        return a_process(process)

    def indexed(self, process):
        return self.kept.get(process, Indexed())

    def replace(self, process, before, after, parties=frozenset()):
        self.kept[process] = Indexed(after, before.version + 1, parties)
        return True


def test_processes_of_a_batch_are_indexed_once_and_a_failing_one_comes_back():
    office, marks = Office(), Marks()
    event = {"Records": [fact("a", n=2), fact("b", "p2"), fact("c", n=3), message("d", "[]")]}
    answer = handle_search(event, lambda _: office, lambda _: office, lambda _: marks)
    assert failed(answer) == ["d", "b"]
    assert {process: one.version for process, one in office.kept.items()} == {"p1": 1}
    assert marks.reached_by == {("search", "p1"): 3}
