"""A training environment: invented data beside the real ones, marked on whatever is seen of it (issue 5 §7)."""

from collections.abc import Mapping
from typing import Any

#: On every screen, public page, document, copy and e-mail of such an environment.
TRAINING_NOTICE = "Ambiente de treinamento — sem valor legal"


def is_training(card: Mapping[str, Any]) -> bool:
    """What the tenant's card says of it; nobody changes that after the tenant was made."""
    return bool(card.get("training"))


def marked_subject(subject: str) -> str:
    """The subject of an e-mail that leaves a training environment; marked once."""
    return subject if subject.startswith(TRAINING_NOTICE) else f"{TRAINING_NOTICE}: {subject}"
