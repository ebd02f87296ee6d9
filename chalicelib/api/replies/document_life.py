"""What happens to documents after they were written: acknowledgements, the trash, comments."""

from typing_extensions import TypedDict

from .documents import Node
from .named import Person, UnitName


class Moved(TypedDict):
    """Onde o documento está agora"""

    process: str
    document: str


class TrashItem(TypedDict):
    """Um documento na lixeira"""

    document: Node
    process: str
    nup: str
    at: str
    until: str
    cancelled: bool


class Trash(TypedDict):
    """A lixeira de quem pergunta"""

    items: list[TrashItem]


class OpenedTrash(TrashItem):
    """Um documento da lixeira, com a página ou o endereço do arquivo"""

    html: str | None
    url: str | None
    expires_at: str | None


class Wording(TypedDict):
    """O que um comentário dizia antes"""

    text: str
    by: Person
    at: str


class Comment(TypedDict):
    """Um comentário; sem texto quando foi excluído"""

    id: str
    document: str | None
    unit: UnitName
    by: Person
    at: str
    text: str
    earlier: list[Wording]
    removed_by: Person | None
    removed_at: str | None
    own: bool


class Comments(TypedDict):
    """Os comentários do processo e dos seus documentos"""

    items: list[Comment]


class CommentId(TypedDict):
    """O comentário"""

    id: str
