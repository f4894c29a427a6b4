"""What people call one another: short and fond forms of given names, Russian ones and those of Central Asia."""

from __future__ import annotations

from functools import cache

from evidence_app.language.sounds import sounds

# Given names that share their short forms, then these.
_SHORT = """
александр александра: саша сашка шура саня
алексей: лёша алёша лёха
анастасия: настя ася
анатолий: толя толик
андрей: андрюша андрюха
анна: аня нюра анюта
антон: тоша антоша
борис: боря
вадим: вадик
валентина валентин: валя
валерия валерий: лера валера
варвара: варя
василий василиса: вася василёк
вера: верочка
виктор виктория: витя вика
владимир: вова володя вовка
владислав: влад владик
вячеслав: слава славик
галина: галя
геннадий: гена
георгий: гоша жора
григорий: гриша
даниил данила: даня данил
дарья: даша
денис: дениска
дмитрий: дима митя димка
евгений евгения: женя женька
екатерина: катя катюша
елена: лена алёна лёля
елизавета: лиза
иван: ваня ванька
игорь: игорёк
илья: илюша
ирина: ира ириша
кирилл: кирюша
константин: костя
ксения: ксюша
лариса: лара
леонид: лёня
любовь: люба
людмила: люда мила люся
максим: макс
маргарита: рита
мария: маша маруся машка
михаил: миша мишка
надежда: надя
наталья наталия: наташа ната
николай: коля колян
оксана: ксюша
олег: олежка
ольга: оля олечка
павел: паша пашка
пётр: петя
роман: рома
светлана: света
сергей: серёжа серёга
софья софия: соня
станислав: стас
степан: стёпа
тамара: тома
татьяна: таня танюша
фёдор: федя
юлия: юля
юрий: юра
яков: яша
ярослав: слава ярик
алия: алийка
гулнара гульнара: гуля
гулмира гульмира: гуля
айгул айгуль: гуля
динара: дина
мадина: дина
"""
_FOND = ("жан", "джан", "тай", "ка", "шка")


@cache
def _by_sound() -> dict[str, tuple[str, ...]]:
    """Return the short forms of each given name, by each of its sounds."""
    lines = [line.split(":") for line in _SHORT.strip().splitlines()]
    return {heard: tuple(short.split()) for full, short in lines for name in full.split() for heard in sounds(name)}


def familiar(given: str) -> tuple[str, ...]:
    """Return how somebody of a given name is also called, in Cyrillic or in the alphabet of the name."""
    short = [form for heard in sounds(given) for form in _by_sound().get(heard, ())]
    return tuple(dict.fromkeys([*short, *(given + fond for fond in _FOND)]))
