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

    def row(self) -> list[str]:
        """The line of the table."""
        worst = min(self.found) if self.at_least else max(self.found)
        sign = "≥" if self.at_least else "≤"
        held = "yes" if self.holds else "**MISSED**"
        return [self.title, _written(median(self.found)), _written(worst), f"{sign} {self.budget:g}", held]


def lines(
    subject: str, rounds: Iterable[Any], asked: Iterable[tuple[str, float, Callable[[Any], float]]]
) -> list[Line]:
    """A line for each figure of the same rounds."""
    taken = list(rounds)
    return [Line(f"{subject}: {title}", tuple(map(figure, taken)), budget) for title, budget, figure in asked]


def _written(figure: float) -> str:
    return f"{figure:.3f}" if 0 < figure < 1 else f"{figure:.1f}".removesuffix(".0")
