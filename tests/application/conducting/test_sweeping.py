"""What a consumer never dealt with is sent again, and nothing else (architecture §6)."""

from collections import defaultdict
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.application.conducting.interests import DESK_CHANGED, INTERESTS, LINK_ASKED, LINK_ORDERED
from chalicelib.application.conducting.ports import HistoryFact
from chalicelib.application.conducting.sweep_history import sweep_history
from chalicelib.domain.history import FACTS
from tests.application.conducting.world import START

KINDS = ("process_sent", "process_assigned", "return_extended", "document_signed")


class Office:
    """History, marks and queues in memory."""

    def __init__(self, facts):
        self.history = facts
        self.marks = {}
        self.queues = defaultdict(list)

    def facts(self, since, until):
        assert since < until
        yield from self.history

    def reached(self, consumer, processes):
        return {p: self.marks[(consumer, p)] for p in processes if (consumer, p) in self.marks}

    def send(self, consumer, facts):
        self.queues[consumer] += facts


facts = st.lists(
    st.builds(
        HistoryFact,
        st.just("ubatuba"),
        st.sampled_from(("p1", "p2")),
        st.integers(1, 9),
        st.sampled_from(KINDS),
    ),
    max_size=20,
)


@given(facts, st.dictionaries(st.tuples(st.sampled_from(sorted(INTERESTS)), st.sampled_from(("p1", "p2"))),
                              st.integers(0, 9)))  # fmt: skip
def test_sweep_sends_again_the_newest_fact_of_each_process_that_a_consumer_is_behind_on(history, marks):
    office = Office(history)
    office.marks = marks
    sent = sweep_history(office, office, office, START - timedelta(days=1), START)
    for consumer, kinds in INTERESTS.items():
        expected = {}
        for fact in history:
            if fact.kind in kinds:
                expected[fact.process] = max(expected.get(fact.process, 0), fact.n)
        missed = {p: n for p, n in expected.items() if n > marks.get((consumer, p), 0)}
        assert {fact.process: fact.n for fact in office.queues[consumer]} == missed
        assert sent[consumer] == len(missed)


def test_interests_name_facts_that_exist():
    assert set().union(*INTERESTS.values()) <= {*FACTS, DESK_CHANGED, LINK_ASKED, LINK_ORDERED}
