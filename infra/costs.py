"""What 1,000 of each operation cost, from the capacity the call budget measured and a table of unit prices.

    python -m infra.costs > costs.md

Capacity and calls are measured (tests/budgets/budgets.json). Prices and the milliseconds of a request are
assumptions, written here so that an operator replaces them by today's.
"""

import json
from dataclasses import dataclass
from pathlib import Path

BUDGETS = Path(__file__).resolve().parents[1] / "tests" / "budgets" / "budgets.json"


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars, on demand, São Paulo. Per million unless said otherwise."""

    write_units: float = 0.94
    read_units: float = 0.19
    api_requests: float = 4.25
    function_requests: float = 0.20
    gigabyte_second: float = 0.0000133334
    s3_puts: float = 7.0
    s3_gets: float = 0.56
    milliseconds: float = 60
    gigabytes: float = 1.0


def cost(budget: dict, prices: Prices) -> float:
    """US dollars for 1,000 of one operation. ``budget``: ``{"by": {call: times}, "capacity"}``."""
    writing = any(name.endswith(("Items", "PutItem", "UpdateItem", "DeleteItem")) for name in budget["by"])
    unit = prices.write_units if writing else prices.read_units
    # Batch reads report no capacity on the embedded AWS: each is counted as ten small items, read consistently.
    batches = budget["by"].get("dynamodb.BatchGetItem", 0)
    million = budget["capacity"] * unit + batches * 10 * prices.read_units
    million += prices.api_requests + prices.function_requests
    million += budget["by"].get("s3.PUT", 0) * prices.s3_puts + budget["by"].get("s3.GET", 0) * prices.s3_gets
    million += prices.milliseconds / 1000 * prices.gigabytes * prices.gigabyte_second * 1_000_000
    return million / 1000


def table(budgets: dict[str, dict], prices: Prices) -> str:
    """Markdown, dearest first."""
    rows = sorted(((cost(one, prices), name, one) for name, one in budgets.items()), reverse=True)
    lines = ["| operation | AWS calls | capacity | US$ per 1,000 |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {one['calls']} | {one['capacity']:g} | {price:.3f} |" for price, name, one in rows]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(json.loads(BUDGETS.read_text(encoding="utf-8")), Prices()))
