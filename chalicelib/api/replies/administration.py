"""The administration: users, permissions, what was changed, who may do what."""

from typing_extensions import TypedDict

from .named import Person
from .password_links import PasswordLinkState


class UserLine(TypedDict):
    """Um usuário na lista da administração; units são as siglas onde tem permissão hoje"""

    id: str
    name: str
    email: str
    agency: str
    blocked: bool
    units: list[str]
    revision: int


class UserPage(TypedDict):
    """Uma página de usuários"""

    items: list[UserLine]
    next_cursor: str | None


class GrantLine(TypedDict):
    """Uma permissão; state é current, future ou past; unit * são todas as unidades"""

    unit: str
    unit_acronym: str
    profile: str
    valid_from: str | None
    valid_until: str | None
    subunits: bool
    standing_in_for: Person | None
    state: str


class UserRecord(TypedDict):
    """Um usuário com seus dados e permissões"""

    id: str
    name: str
    social_name: str
    taxpayer: str
    email: str
    agency: str
    blocked: bool
    grants: list[GrantLine]
    has_password: bool
    password_link: PasswordLinkState | None
    revision: int


class RegisterSaved(TypedDict):
    """O que foi alterado, como ficou"""

    id: str
    revision: int


class ChangedField(TypedDict):
    """Um campo, antes e depois"""

    field: str
    before: str
    after: str


class ChangeLine(TypedDict):
    """Uma alteração do cadastro"""

    table: str
    code: str
    name: str
    kind: str
    by: Person
    unit: str
    at: str
    reason: str
    changes: list[ChangedField]


class ChangePage(TypedDict):
    """O histórico do cadastro, do mais novo ao mais antigo"""

    items: list[ChangeLine]
    next_cursor: str | None


class PowerLine(TypedDict):
    """Um ato, os perfis que o incluem e as demais condições"""

    action: str
    title: str
    profiles: list[str]
    conditions: list[str]


class ProfileName(TypedDict):
    """Um perfil e seu nome; ``own``: foi feito pelo município; ``active``: pode ser dado"""

    code: str
    name: str
    own: bool
    active: bool


class Powers(TypedDict):
    """Quem pode o quê"""

    profiles: list[ProfileName]
    items: list[PowerLine]


class TableName(TypedDict):
    """Uma tabela e seu título"""

    name: str
    title: str


class TableNames(TypedDict):
    """As tabelas da administração"""

    items: list[TableName]


class EntryOption(TypedDict):
    """O que um campo pode ter, e sob que título, onde são muitos"""

    code: str
    name: str
    group: str


class TableFieldLine(TypedDict):
    """Um campo da tabela, como a tela o desenha"""

    name: str
    label: str
    kind: str
    required: bool
    hint: str
    longest: int
    lowest: int
    highest: int
    fixed: bool
    options: list[EntryOption]


class TableEntry(TypedDict):
    """Um item da tabela"""

    code: str
    name: str
    values: dict[str, str | bool | int | list[str] | None]
    active: bool
    revision: int


class Table(TypedDict):
    """Uma tabela com seus campos e itens; action é o ato de quem a mantém"""

    name: str
    title: str
    one: str
    action: str
    code_label: str
    code_hint: str
    code_options: list[EntryOption]
    grows: bool
    rests: bool
    fields: list[TableFieldLine]
    items: list[TableEntry]
