"""The folder ``flows/``: one file per flow, looked over as the administration's screen does it."""

from collections.abc import Mapping
from pathlib import Path

from chalicelib.adapters.flow_text import read_text
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.flow_checks import Surroundings, problems
from chalicelib.domain.flow_reading import read_flow
from infra.local.catalogue_records import CityFlow
from infra.local.catalogue_rows import Problem


def read_flows(folder: Path, found: list[Problem]) -> tuple[CityFlow, ...]:
    """Every flow of the folder, in the order of the files."""
    flows = []
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        try:
            flows.append(CityFlow(read_flow(read_text(text)), text))
        except InvalidRequest as refusal:
            found += [Problem(f"flows/{path.name}", None, None, error.message) for error in refusal.errors]
    return tuple(flows)


def check_flows(flows: tuple[CityFlow, ...], rows: Mapping[str, Mapping[str, object]]) -> list[Problem]:
    """What the flows name and the city does not have; ``rows`` are the catalogues as they are loaded."""
    city = Surroundings(
        rows["units"],  # type: ignore[arg-type]
        rows["process-types"],  # type: ignore[arg-type]
        rows["document-types"],  # type: ignore[arg-type]
        rows["forms"],  # type: ignore[arg-type]
    )
    return [
        Problem(f"flows/{one.flow.code}.yaml", None, None, error.message)
        for one in flows
        for error in problems(one.flow, city)
    ]
