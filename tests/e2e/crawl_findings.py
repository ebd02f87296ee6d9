"""What the crawler found, and what is wrong with how a press was answered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

#: Refusals that a press may meet, if the screen says so: what was asked is incomplete, or is not possible now.
TOLD = (400, 409, 412, 422, 429)
#: And these, where the person is refused (never where the system failed): a number or a person that nobody is, or a
#: draft of others by its number, for the crawler writes what comes to its mind; a confidential process that first asks
#: for the password; a password that is not the person's.
ASKED = (
    "GET /api/find?", "/texto%20de%20prova/", "POST /api/mail-merges/check",
    "confidential_password_required", "wrong_password", "draft_of_another_unit",
)  # fmt: skip
FAILED = 500
#: What may only have come too late, on a machine that does more at once than it can: pressed once more on a fresh page.
DEAD, UNTOLD = "não faz nada", "a recusa não aparece na tela"


@dataclass(slots=True)
class Findings:
    """``problems``: one line each. ``pressed``: the controls, whoever pressed them. ``vanished``: seen, and no longer
    there when their turn came, as a notice that passes; until they are met again.
    """

    pressed: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)
    vanished: set[str] = field(default_factory=set)


def problems_of(told: dict[str, Any]) -> Iterator[str]:
    """What is wrong with how a press was answered."""
    if told["covered"]:
        yield "está coberto por outra coisa"
    if not told["effects"]:
        yield DEAD
    for refusal in told["refusals"]:
        asked = any(words in refusal["what"] + refusal["told"] for words in ASKED)
        if refusal["status"] not in TOLD and (refusal["status"] >= FAILED or not asked):
            yield f"{refusal['status']} {refusal['what']}: {refusal['told']}"
        elif "screen" not in told["effects"]:
            yield f"{UNTOLD}: {refusal['status']} {refusal['what']}"
    for error in told["errors"]:
        yield f"erro no navegador: {error}"
