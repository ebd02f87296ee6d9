"""Facts of what the law had erased (LGPD, arts. 16 and 18)."""

from chalicelib.domain.value import dataclass

from .fact import Fact


@dataclass(frozen=True)
class PersonalDataErased(Fact):
    """Somebody's data left the process: the registration, and the texts of ``records``, by their numbers.

    ``hashes`` are those of the texts, which the chain holds from here on: what is gone cannot be said to have been
    another.
    """

    erasure: str
    article: str
    records: tuple[int, ...] = ()
    hashes: tuple[str, ...] = ()

    def sentence(self) -> str:
        told = f"Dados pessoais eliminados nos termos da LGPD ({self.article})"
        if not self.records:
            return told
        if len(self.records) == 1:
            return f"{told}; eliminado o andamento {self.records[0]}"
        *others, last = map(str, self.records)
        return f"{told}; eliminados os andamentos {', '.join(others)} e {last}"


@dataclass(frozen=True)
class RecordErased(Fact):
    """Stands where an entry was whose text and salt were destroyed; its hash and its leaf are left."""

    erasure: str

    def sentence(self) -> str:
        return "Andamento eliminado nos termos da LGPD"
