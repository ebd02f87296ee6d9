"""What a new password must be: long, and not what guessers try first; made of whatever one likes (ASVS 5.0, 6.2)."""

from collections.abc import Callable

from .errors import FieldError, InvalidRequest

SHORTEST = 12
FEWEST_CHARACTERS = 5
FILLING = "0123456789!@#$%&*._-+= "


def check_new_password(password: str, login: str, is_common: Callable[[str], bool]) -> None:
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


def _refusal(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("new_password", code, message))
