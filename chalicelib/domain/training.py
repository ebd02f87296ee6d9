"""Training environments: invented data beside a city's real ones, marked on whatever is seen of them (issue 5 §7).

Which tenants are of training is told by their names alone. A tenant's name is in the key of everything it has, so
nobody turns a real one into one of training, nor back.
"""

from chalicelib.domain.value import dataclass

#: How the names of such tenants begin; no city's own name has a dot.
BEGINNING = "treino."
#: On every screen, public page, document, copy and e-mail of such an environment.
TRAINING_NOTICE = "Ambiente de treinamento — sem valor legal"


@dataclass(frozen=True, slots=True)
class Training:
    """What the list of tenants says of one of training: where its invented data lie, and the tenant that is being
    filled with them to take its place, if any."""

    kit: str
    filling: str = ""


def training_name(city: str, generation: int) -> str:
    """The tenant of a city's training after it was reset so many times."""
    return f"{BEGINNING}{city}.{generation}"


def following(tenant: str) -> str:
    """The name of the tenant that takes the place of this one when it is reset."""
    city, _, generation = tenant.removeprefix(BEGINNING).rpartition(".")
    return training_name(city, int(generation) + 1)


def is_training(tenant: str) -> bool:
    """Whether what is done there has no legal value."""
    return tenant.startswith(BEGINNING)


def marked_subject(subject: str) -> str:
    """The subject of an e-mail that leaves a training environment; marked once."""
    return subject if subject.startswith(TRAINING_NOTICE) else f"{TRAINING_NOTICE}: {subject}"
