"""Who is in, and where."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .named import AgencyFullName, Unit


class TenantCard(TypedDict):
    """O município"""

    id: str
    name: str
    short_name: str
    time_zone: str
    primary_color: str
    coat_of_arms: str
    founding_norm: str
    training: bool
    rollout: bool


class Environment(TypedDict):
    """Um dos ambientes de um mesmo endereço, e onde ele começa"""

    path: str
    name: str
    training: bool


class TenantAtTheDoor(TenantCard):
    """O município de um endereço; com os ambientes que o dividem, se são mais de um"""

    environments: list[Environment]


class Access(TypedDict):
    """Um acesso ao sistema"""

    at: str
    address: str
    agent: str


class PreviousAccess(TypedDict):
    """O acesso anterior"""

    at: str
    address: str


class SessionTerm(TypedDict):
    """Até quando vale a sessão"""

    expires_at: str


class UserCard(TypedDict):
    """O usuário"""

    id: str
    login: str
    name: str
    agency: AgencyFullName


class SigningMethod(TypedDict):
    """Uma forma de assinar aqui e o nível que ela dá (Lei nº 14.063/2020)"""

    method: Literal["password", "certificate", "govbr"]
    level: Literal["simple", "advanced", "qualified"]


class Announcement(TypedDict):
    """Um aviso da administração, em vigor na unidade"""

    title: str
    text: str
    important: bool


class Me(TypedDict):
    """Quem sou, onde estou e o que posso"""

    user: UserCard
    previous_access: PreviousAccess | None
    session: SessionTerm
    asks_code: bool
    must_enrol: bool
    unit: Unit
    units: list[Unit]
    role_titles: list[str]
    free_role_titles: bool
    announcements: list[Announcement]
    documents_per_folder: int
    number_shape: str | None
    sends_email: bool
    signing_methods: list[SigningMethod]
    actions: list[str]
    tenant: TenantCard
    token: NotRequired[str]


class Accesses(TypedDict):
    """Últimos acessos"""

    items: list[Access]
    next_cursor: str | None


class Health(TypedDict):
    """Se a interface responde"""

    status: Literal["ok"]


class DraftKey(TypedDict):
    """A chave com que o navegador guarda o que ainda não foi salvo"""

    key: str
