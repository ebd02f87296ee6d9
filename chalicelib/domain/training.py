"""Training environments: invented data beside a city's real ones, marked on whatever is seen of them (issue 5 §7).

Which tenants are of training is told by their names alone. A tenant's name is in the key of everything it has, so
nobody turns a real one into one of training, nor back.
"""

#: How the names of such tenants begin; no city's own name has a dot.
BEGINNING = "treino."
#: On every screen, public page, document, copy and e-mail of such an environment.
TRAINING_NOTICE = "Ambiente de treinamento — sem valor legal"


def is_training(tenant: str) -> bool:
    """Whether what is done there has no legal value."""
    return tenant.startswith(BEGINNING)


def marked_subject(subject: str) -> str:
    """The subject of an e-mail that leaves a training environment; marked once."""
    return subject if subject.startswith(TRAINING_NOTICE) else f"{TRAINING_NOTICE}: {subject}"
