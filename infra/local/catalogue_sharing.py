"""What cities may share: a folder that lacks one of these files takes it from the folder of a model."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from infra.local.catalogue_records import City

SHARED = frozenset(
    {
        "process_types.yaml", "document_types.yaml", "templates", "forms", "subjects.yaml", "legal_bases.yaml",
        "conformity_checks.yaml", "priorities.yaml", "mail_templates.yaml", "history_views.yaml", "work_plans.yaml",
        "holidays.yaml", "lessons.yaml", "acceptance.yaml",
    }
)  # fmt: skip


def whereabouts(folder: Path, model: Path | None) -> Callable[[str], Path]:
    """Where each file of a city is to be read from."""

    def at(file: str) -> Path:
        own = folder / file
        return model / file if model and file in SHARED and not own.exists() else own

    return at


def unbound(city: City, folder: Path, at: Callable[[str], Path]) -> City:
    """A model's process types are for whoever starts processes: its units and agencies are not this city's."""
    if at("process_types.yaml").parent == folder:
        return city
    return replace(city, process_types=tuple(replace(one, agencies=(), units=()) for one in city.process_types))
