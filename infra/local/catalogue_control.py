"""The criteria of internal control of a city's folder, and that they name what the city has (features.md §1.3)."""

from collections.abc import Iterator

from infra.local.catalogue_records import City, ControlCriterion
from infra.local.catalogue_rows import Problem, Row

FILE = "control_criteria.yaml"


def control_criterion(row: Row) -> ControlCriterion:
    """One criterion; who controls is at least a unit or an agency."""
    criterion = ControlCriterion(
        code=row.slug("codigo"),
        name=row.text("nome"),
        units=row.texts("unidades"),
        agencies=row.texts("orgaos"),
        process_types=row.texts("tipos_de_processo"),
        started_in=row.texts("iniciados_nos_orgaos"),
    )
    if not criterion.units and not criterion.agencies:
        row.problem("unidades", "diga ao menos uma unidade ou um órgão que controla.")
    return criterion


def check_control_criteria(city: City) -> Iterator[Problem]:
    """Every unit, agency and type that a criterion names and the city lacks."""
    units = {unit.id for unit in city.units}
    agencies = {agency.id for agency in city.agencies}
    types = {kind.code for kind in city.process_types}
    for one in city.control_criteria:
        for field, named, known in (
            ("unidades", one.units, units),
            ("orgaos", one.agencies, agencies),
            ("tipos_de_processo", one.process_types, types),
            ("iniciados_nos_orgaos", one.started_in, agencies),
        ):
            for value in named:
                if value not in known:
                    yield Problem(FILE, one.code, field, f"“{value}” não está cadastrado.")
