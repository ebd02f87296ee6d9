"""First steps and exercises."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Person

LearnerRoleName = Literal["clerk", "manager", "protocol", "administrator", "key_user"]


class LessonStep(TypedDict):
    """Um passo: count de times vezes feito; by_hand diz se é a pessoa quem marca"""

    id: str
    title: str
    how: str
    done: bool
    count: int
    times: int
    by_hand: bool
    screen: str
    control: str
    where: str


class Lesson(TypedDict):
    """Um exercício, ou os primeiros passos de um papel"""

    code: str
    role: LearnerRoleName
    title: str
    text: str
    done: int
    steps: list[LessonStep]


class OwnLearning(TypedDict):
    """Os primeiros passos e os exercícios de quem pergunta; due diz se é para mostrar sem que se peça"""

    role: LearnerRoleName
    roles: list[LearnerRoleName]
    first_steps: Lesson | None
    exercises: list[Lesson]
    dismissed: bool
    due: bool


class LearningKept(TypedDict):
    """O que ficou escolhido"""

    role: LearnerRoleName | None
    dismissed: bool
    ticked: list[str]


class LessonTally(TypedDict):
    """Quantos passos de um exercício a pessoa fez"""

    code: str
    done: int
    steps: int


class PersonProgress(TypedDict):
    """Uma pessoa e os seus exercícios"""

    person: Person
    finished: int
    exercises: list[LessonTally]


class LearningUnit(TypedDict):
    """De que unidade é o progresso"""

    id: str
    acronym: str
    name: str


class LessonName(TypedDict):
    """Um exercício, na ordem das colunas"""

    code: str
    title: str
    role: LearnerRoleName


class LearningProgress(TypedDict):
    """O progresso das pessoas de uma unidade"""

    unit: LearningUnit
    exercises: list[LessonName]
    people: list[PersonProgress]
