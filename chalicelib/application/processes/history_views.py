"""What a city shows of the history in its summary and in the full view (features.md §1.5)."""

from collections.abc import Mapping

from chalicelib.application.ports import Catalogues
from chalicelib.domain.history_reading import Shown


def shown_in_views(catalogues: Catalogues) -> Mapping[str, Shown]:
    """What the city says of each kind of fact (features.md §1.5: the views are its to arrange)."""
    return {
        str(row["code"]): Shown(bool(row["summary"]), bool(row["full"]))
        for row in catalogues.plain("history-views")
    }
