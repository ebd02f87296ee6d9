"""Every use case at work, one small entry each.

A use case is born with its entry: ``tests/faults`` kills it at every AWS call, ``tests/budgets`` counts what it
costs, ``benchmarks`` times it. ``tests/faults/test_every_use_case.py`` fails while an entry is missing.
"""

from importlib import import_module

from .registry import SCENARIOS, Scenario, reads, writes

AREAS = (
    "processes",
    "routing",
    "documents",
    "document_life",
    "passages",
    "tree",
    "duplicates",
    "correspondence",
    "circulars",
    "email_groups",
    "signing",
    "certificates",
    "uploads",
    "extraction",
    "blocks",
    "bulk",
    "authoring",
    "contacts",
    "desk",
    "checklists",
    "ties",
    "follow_ups",
    "sending_groups",
    "block_groups",
    "flows",
    "work_plan",
    "session",
    "learning",
    "rollout",
    "administration",
    "city_profiles",
    "tenants",
    "trainings",
    "spreadsheets",
    "audit",
    "erasures",
    "leavers",
    "second_factor",
    "password_links",
    "confidential",
    "holdings",
    "jobs",
    "service_accounts",
    "redaction",
    "reading",
)

for _area in AREAS:
    import_module(f"{__name__}.{_area}")

__all__ = ["SCENARIOS", "Scenario", "reads", "writes"]
