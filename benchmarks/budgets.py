"""What a person waits for in the browser, each beside its budget."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

HEADS = ["in the browser", "median", "worst", "budget", "holds"]


@dataclass(frozen=True, slots=True)
class Line:
    """``found``: one figure a round. The budget holds for their median; ``at_least``: it is a floor, not a ceiling."""

    title: str
    found: tuple[float, ...]
    budget: float
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the median is within the budget."""
        middle = median(self.found)
        return middle >= self.budget if self.at_least else middle <= self.budget

    @property
    def median(self) -> str:
        """What was found, as it is written."""
        return _written(median(self.found))

    @property
    def allowed(self) -> str:
        """The budget, as it is written."""
        return f"{'≥' if self.at_least else '≤'} {self.budget:g}"

    def row(self) -> list[str]:
        """The line of the table."""
        worst = min(self.found) if self.at_least else max(self.found)
        held = "yes" if self.holds else "**MISSED**"
        return [self.title, self.median, _written(worst), self.allowed, held]


def lines(
    subject: str, rounds: Iterable[Any], asked: Iterable[tuple[str, float, Callable[[Any], float]]]
) -> list[Line]:
    """A line for each figure of the same rounds."""
    taken = list(rounds)
    return [Line(f"{subject}: {title}", tuple(map(figure, taken)), budget) for title, budget, figure in asked]


def _written(figure: float) -> str:
    return f"{figure:.3f}" if 0 < figure < 1 else f"{figure:.1f}".removesuffix(".0")
