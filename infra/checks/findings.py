"""What the checks found, and what of it is right as it is, with the reason (``baseline.yaml``)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

BASELINE = Path(__file__).with_name("baseline.yaml")
#: Fewer words than these explain nothing.
WORDS = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """``check`` is the tool's name for it; ``where`` a file, or a template and its resource; ``what`` is for people."""

    check: str
    where: str
    what: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Accepted:
    """One check that is not followed at some places, and why."""

    check: str
    where: tuple[str, ...]
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of those."""
        return self.check == finding.check and any(fnmatchcase(finding.where, one) for one in self.where)


def baseline(text: str | None = None) -> list[Accepted]:
    """As it is written."""
    rows = yaml.safe_load(BASELINE.read_text(encoding="utf-8") if text is None else text) or []
    return [Accepted(row["check"], tuple(row["where"]), row["reason"].strip()) for row in rows]


def judge(found: Sequence[Finding], accepted: Iterable[Accepted]) -> Iterator[str]:
    """What must be mended: findings nobody explained, places that nothing is found at any more, and bare reasons."""
    accepted = list(accepted)
    for finding in found:
        if not any(one.covers(finding) for one in accepted):
            line = f":{finding.line}" if finding.line else ""
            yield f"{finding.where}{line}: {finding.check}: {finding.what}"
    for one in accepted:
        if len(one.reason.split()) < WORDS:
            yield f"baseline.yaml: {one.check}: the reason is missing"
        for place in one.where:
            if not any(Accepted(one.check, (place,), "").covers(finding) for finding in found):
                yield f"baseline.yaml: {one.check}: nothing is found at {place} any more"
