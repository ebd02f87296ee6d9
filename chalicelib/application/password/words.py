"""The words of the house, which no password is made of alone (ASVS 6.2.11)."""

from chalicelib.application.ports import Catalogues
from chalicelib.domain.password import house_words


def words_of(catalogues: Catalogues) -> frozenset[str]:
    """Those of the city's names and of its bodies'."""
    card, agencies = catalogues.tenant(), catalogues.agencies().values()
    names = [str(card.get(field) or "") for field in ("name", "short_name", "municipality")]
    return house_words([*names, *(one.name for one in agencies)], [one.acronym for one in agencies])
