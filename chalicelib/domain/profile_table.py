"""The table of the profiles that the city makes (ACC-10)."""

from collections.abc import Mapping
from typing import Any

from .access import (
    BlockResource,
    DiscardedResource,
    DocumentResource,
    PassageResource,
    ProcessResource,
    RoutingResource,
)
from .catalogue_table import CatalogueTable, FieldKind, TableField
from .city_profile import CATALOGUE, OFFERED_ACTS
from .policy_actions import Action
from .policy_rules import NOTHING, RULES
from .policy_titles import TITLES

#: The headings under which acts are told, by the kind of thing they are done on.
KIND_TITLES: Mapping[type, str] = {
    NOTHING: "Atos gerais",
    ProcessResource: "Atos sobre o processo",
    RoutingResource: "Atos sobre o retorno programado",
    DocumentResource: "Atos sobre o documento",
    PassageResource: "Atos sobre comentário em trecho de um texto",
    DiscardedResource: "Atos sobre documento na lixeira",
    BlockResource: "Atos sobre o bloco",
}


def _in_order(values: Mapping[str, Any]) -> dict[str, Any]:
    """Acts as the policy orders them: the same acts chosen otherwise are the same profile."""
    if "acts" not in values:
        return dict(values)
    return {**values, "acts": [act.value for act in OFFERED_ACTS if act.value in values["acts"]]}


PROFILES = CatalogueTable(
    CATALOGUE,
    "Perfis do município",
    "o perfil",
    Action.PROFILE_KEEP,
    (
        TableField("name", "Nome", required=True, longest=60),
        TableField("description", "Descrição", FieldKind.PARAGRAPH, longest=500, hint="Para quem é, e para quê."),
        TableField(
            "acts",
            "Atos",
            FieldKind.CHOICES,
            required=True,
            options=tuple((act.value, TITLES[act]) for act in OFFERED_ACTS),
            groups=tuple((act.value, KIND_TITLES[RULES[act].on]) for act in OFFERED_ACTS),
            most=len(OFFERED_ACTS),
            hint="Os perfis de uma pessoa na unidade se somam. Para agir em processos, ela precisa também de um que "
            "inclua “Ver a árvore e o histórico do processo”.",
        ),
    ),
    shape=_in_order,
)
