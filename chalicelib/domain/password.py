"""What a new password must be: long, and not what guessers try first; made of whatever one likes (ASVS 5.0, 6.2)."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from .errors import FieldError, InvalidRequest

SHORTEST = 12
FEWEST_CHARACTERS = 5
FILLING = "0123456789!@#$%&*._-+= "
#: What anybody tries first on a system like this one, whatever the city (ASVS 6.1.2); its own names come beside them.
WORDS_OF_THE_TRADE = frozenset(
    {
        "iperoig", "prefeitura", "municipal", "municipio", "municipalidade", "camara", "secretaria", "governo",
        "servidor", "servidora", "processo", "processos", "documento", "documentos", "sistema", "eletronico", "publico",
        "publica", "cidade", "estado", "brasil", "senha", "acesso", "usuario",
    }
)  # fmt: skip
SHORTEST_WORD, SHORTEST_ACRONYM = 4, 3
#: Letters that must be left when the words of the house are taken out.
OWN_LETTERS = 6


def house_words(names: Iterable[str], acronyms: Iterable[str]) -> frozenset[str]:
    """Every word of the names of the city and of its bodies, as passwords are compared with them."""
    words = {word for name in names for word in re.findall(r"\w+", _plain(name)) if len(word) >= SHORTEST_WORD}
    return frozenset(words | {_plain(one) for one in acronyms if len(one) >= SHORTEST_ACRONYM})


def check_new_password(
    password: str, login: str, is_common: Callable[[str], bool], house: frozenset[str] = frozenset()
) -> None:
    """``is_common`` knows the passwords and words that guessers try. Raises InvalidRequest on ``new_password``."""
    folded = password.casefold()
    if len(password) < SHORTEST:
        raise _refusal("password_too_short", f"Use ao menos {SHORTEST} caracteres. Uma frase curta serve bem.")
    if len(set(folded)) < FEWEST_CHARACTERS:
        raise _refusal("password_too_simple", "Esta senha repete poucos caracteres. Escolha outra.")
    if any(part in folded for part in {login.casefold(), login.casefold().replace(".", "")}):
        raise _refusal("password_has_login", "A senha não pode conter o seu nome de usuário.")
    if is_common(folded) or is_common(folded.strip(FILLING)):
        raise _refusal("password_too_common", "Esta senha é das mais usadas e fácil de adivinhar. Escolha outra.")
    if _made_of(house | WORDS_OF_THE_TRADE, password):
        raise _refusal(
            "password_of_the_house",
            "Esta senha é feita dos nomes da cidade, do órgão ou do sistema. Acrescente palavras que sejam só suas.",
        )


def _made_of(words: Iterable[str], password: str) -> bool:
    """Whether it holds one of them and, beside them, too little to be guessed for."""
    left = _plain(password)
    # The longest first: a short one may be a part of it.
    for word in sorted(words, key=lambda one: (-len(one), one)):
        left = left.replace(word, " ")
    return left != _plain(password) and sum(character.isalpha() for character in left) < OWN_LETTERS


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _refusal(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("new_password", code, message))
