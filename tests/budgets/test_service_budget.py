"""A system that shows its key costs what a person's session costs: one read (INT-01)."""

from tests.budgets.test_call_budget import reviewed


def test_a_request_by_key_costs_as_many_calls_as_one_by_session() -> None:
    person, system = reviewed()["start_process"], reviewed()["a_system_starts_a_process"]
    assert system["by"] == person["by"]
    assert system["capacity"] <= person["capacity"] + 2
