"""Names found in running text, whatever their case, alphabet and disguise, and nobody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.language.mentions import Mention, Name, Watch, apart

HIDDEN = [
    Name(1, "Рузахунов Викрам"),
    Name(1, "Vikram Ruzakhunov"),
    Name(2, "Азамат Сериков"),
    Name(3, "Павел Павлович Бозтаев"),
    Name(4, "Тимур"),
]
NAMED = [Name(9, "Павел Павлович Иванов"), Name(8, "Айна Бозтаева")]
AIGUL = Name(1, "Сәрсенова Айгүл Маратқызы", "Сәрсенова")
WORDS = "май мая may но no суд дело то to он on ин in ли мамыр алматы almaty әлі"
ORDINARY = frozenset(WORDS.split())


def found(text: str, watch: Watch) -> list[tuple[str, int]]:
    """Return what is found in a text, and of whom."""
    return [(text[mention.start : mention.end], mention.key) for mention in watch.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Викрама Рузахунова избили.", [("Викрама Рузахунова", 1)]),
        ("Рузахуновым занялись; Ruzakhunov said", [("Рузахуновым", 1), ("Ruzakhunov", 1)]),
        ("Азамат плакал, азаматтық талап", []),
        ("Азамата Серикова увезли", [("Азамата Серикова", 2)]),
        ("с Тимуром", [("Тимуром", 4)]),
        ("Павел Павлович Иванов вошёл", []),
        ("Павла Павловича Бозтаева", [("Павла Павловича Бозтаева", 3)]),
        ("Айна Бозтаева; Айны Бозтаевой; Бозтаева", []),
        ("Азамат. Сериков", [("Сериков", 2)]),
        ("Рузахунов\nВикрам", [("Рузахунов\nВикрам", 1)]),
        ("Рузахунов\n\nВикрам", [("Рузахунов", 1)]),
        ("Рузахунов Викрам, Азамат Сериков", [("Рузахунов Викрам", 1), ("Азамат Сериков", 2)]),
        ("", []),
    ],
)
def test_a_person_is_found_in_every_form_and_nobody_else(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text, Watch(HIDDEN, NAMED)) == expected


WHOLE = (
    "Сәрсенова|САРСЕНОВОЙ|Сәрсенованың|Сәрсеноваға|Sarsenova|Särsenova|Sarsenowa|Sarsenova's|Сәрсенова|Сəрсенова",
    "Сарсенов|сарсеновы|Сарсеновых|Сapceнова|Саpcенова|CAPCEHOBA",
    "Айгүл Маратқызы|Айгуль Маратовна|Айгулью Маратовной|Aigul Maratovna|Айгүл\nМаратқызы|Айгүл, Маратқызы",
    "Айгүл   Маратқызы|Айгүл-Маратқызы|Sarsenova, Aigul|SARSENOVA\nAigul",
    # initials go with the name
    "А. М. Сәрсенова|А.М.Сәрсенова|Сәрсенова А.М.|Сәрсенова А. М.|Сәрсенова А.|Айгүл С.|A. Sarsenova",
    # run together
    "aigulsarsenova|AigulSarsenova|SarsenovaAigul|sarsenova_aigul|sarsenova-aigul|Sarsenova.Aigul",
    # seen through
    "Са\u0301рсенова|Сәрсе-\nнова|Сәрсе-\r\n  нова|СӘРСЕ-\nНОВА|Сәр\u00adсенова|Сәр\u200bсенова|Сәрсе\u0002нова",
    "С а р с е н о в а|С А Р С Е Н О В А|С.А.Р.С.Е.Н.О.В.А|С-а-р-с-е-н-о-в-а|S a r s e n o v a|Сарсен0ва",
    "Сәрсе-нова|Сәрсе- нова|СӘРСЕ-НОВА|Сәрсе\u2010нова|Сәр-се-но-ва|Sαrsenova|Sarsenοva|Ｓａｒｓｅｎｏｖａ|𝐒𝐚𝐫𝐬𝐞𝐧𝐨𝐯𝐚",
)


@pytest.mark.parametrize("said", "|".join(WHOLE).split("|"))
def test_the_whole_stretch_is_found_that_speaks_of_somebody(said: str) -> None:
    watch = Watch([AIGUL])
    assert found(said, watch) == [(said, 1)]
    assert found(f"вчера ({said}), да; {said}!", watch) == [(said, 1), (said, 1)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("asarsenova@mail.ru", "asarsenova"),
        ("aigulsarsenova90@mail.ru", "aigulsarsenova"),
        ("vk.com/id_sarsenova", "sarsenova"),
        ("xsarsenovax.jpg", "xsarsenovax"),
        ("IMG-sarsenova2024", "sarsenova"),
        ("2024Сарсенова", "Сарсенова"),
        ("#свободуСарсеновой", "Сарсеновой"),
        ("#свободусарсеновой", "свободусарсеновой"),
        ("AigulSarsenova.jpg", "AigulSarsenova"),
    ],
)
def test_a_name_is_found_inside_addresses_tags_and_file_names(text: str, part: str) -> None:
    assert found(f"см. {text} там", Watch([AIGUL])) == [(part, 1)]


@pytest.mark.parametrize("text", ["Айгүл", "Маратқызы", "Айгулька", "С.А.М.", "С. А. М.", "Айгүл С. Омарова", "Сарсен"])
def test_what_does_not_tell_who_is_meant_stays(text: str) -> None:
    assert found(text, Watch([AIGUL])) == []


def test_a_longer_name_is_not_a_shorter_one() -> None:
    assert found("Абдукаримов и Хасанов", Watch([Name(1, "Каримов"), Name(2, "Асанов")])) == []


GUESSED = {
    "Жұмабай Асан Серікұлы": ("Жұмабай|Жұмабайдың|Жумабай|Асан Жұмабай|Серікұлы", "Асан"),
    "Цой Марина": ("Цой|Цою|Tsoy|Цой М.|ЦОЙ", "цой|цойлар"),
    "Ким Константин": ("Ким|Кима|Кимом|Кимнің|Kim|К. Ким", "Кимоно|кимберлит|ким"),
    "Абай Ермек": ("Абай|Абайдың|Абайға|Абая|Abay|Әбай", "Ермек"),
    "Асан Марат уулу": ("Марат уулу|Асан Марат уулу|Асана Марат уулу|Марат уулу Асан|Асан Марат", "Асан|уулу|Марат"),
    "Азамат Сериков": ("Сериков|Серикова|Азамат Сериков", "Азамат"),
    "Sarsenova Aigul": ("Sarsenova|Сарсенова|Сәрсенова|Сарсеновой|Айгуль Сарсенова|Särsenova", "Айгүл"),
    "Kim Yuri": ("Ким|Кима|Kim|Ким Юрий", "kim"),
    "Toʻlqinov Oʻtkir": ("Toʻlqinov|To'lqinov|To’lqinov|Tolqinov|Tulkinov|Тўлқинов|Тулкинов|Toʻlqinovning", "Ўткир"),
    "Тўлқинов Ўткир": ("Toʻlqinov|To'lqinov|Tolqinov|Tulkinov|Тулкинов|Толкинов", "Oʻtkir"),
}


@pytest.mark.parametrize("full", GUESSED)
def test_without_a_family_name_it_is_guessed_with_caution(full: str) -> None:
    watch = Watch([Name(1, full)])
    telling, others = (forms.split("|") for forms in GUESSED[full])
    assert [said for said in telling if found(f"— {said} —", watch) != [(said, 1)]] == []
    assert [said for said in others if found(f"— {said} —", watch)] == []


def test_a_family_name_outside_the_full_name_counts_and_so_does_one_known_from_another_spelling() -> None:
    watch = Watch([Name(1, "Айгүл С.", "Сәрсенова"), Name(1, "Aigul Sarsenova"), Name(2, "Тая", given="Таисия")])
    assert found("Сарсеновой, Айгүл", watch) == [("Сарсеновой, Айгүл", 1)]
    assert found("Aigul", watch) == []
    assert found("Таисия Тая", watch) == [("Таисия Тая", 2)]


def test_a_group_is_told_by_two_of_its_words() -> None:
    watch = Watch([Name(1, "Комитет солдатских матерей", is_group=True), Name(2, "Надежда", is_group=True)])
    assert found("Комитет собрался", watch) == []
    assert found("в Комитете солдатских матерей", watch) == [("Комитете солдатских матерей", 1)]
    assert found("«Надежда»", watch) == [("Надежда", 2)]


SISTER = Name(1, "Сәрсенова Айгүл", "Сәрсенова")
BROTHER = Name(2, "Сәрсенов Нұрлан", "Сәрсенов")


HERS = "Сәрсенова|Сарсеновой|Сарсенову|Sarsenova|Айгүл Сәрсенова|Сәрсенованың"
HIS = "Сәрсенов|Сарсеновым|Сарсенове|Sarsenov|Сәрсеновтың|Нурлана Сарсенова|Сәрсенов Нұрлан|Сәрсенов\nНұрлан"


@pytest.mark.parametrize("said", HERS.split("|"))
def test_a_brother_who_may_be_named_does_not_give_his_sister_away(said: str) -> None:
    """Сарсенова and Сарсенову are his as well, in other cases: caution decides."""
    assert found(f"{said} плакала", Watch([SISTER], [BROTHER])) == [(said, 1)]


@pytest.mark.parametrize("said", HIS.split("|"))
def test_a_brother_who_may_be_named_is_named(said: str) -> None:
    assert found(f"{said} пришёл", Watch([SISTER], [BROTHER])) == []


def test_a_namesake_is_spared_unless_the_person_is_at_risk() -> None:
    named = [Name(2, "Ким Анна", "Ким")]
    assert found("Ким и Кима, Кимнің", Watch([Name(1, "Ким Олег", "Ким")], named)) == []
    at_risk = Watch([Name(1, "Ким Олег", "Ким", never_spared=True)], named)
    assert found("Ким и Анна Ким", at_risk) == [("Ким", 1)]


def test_a_list_does_not_make_one_name_of_two_people() -> None:
    watch = Watch([SISTER], [BROTHER])
    assert found("Пришли Сәрсенова, Нұрлан", watch) == [("Сәрсенова", 1)]
    sisters = Watch([SISTER, Name(3, "Сәрсенова Ләззат", "Сәрсенова")])
    assert found("Айгүл, Сәрсенова Ләззат", sisters) == [("Сәрсенова Ләззат", 3)]
    assert found("Сәрсенова Айгүл\nСәрсенова Ләззат", sisters) == [("Сәрсенова Айгүл", 1), ("Сәрсенова Ләззат", 3)]


PLAIN = {
    "Но Виктор": "no source yet; No. 5; но потом; Но; The No V",
    "Ли Анна": "была ли она; Ли; ли Анна",
    "Май Олег": "7 мая 2022; May 2022; Май",
    "Суд Олег": "суд; Суд; судья",
    "Дело Олег": "дело; Дело №",
    "То Олег": "то и То; To whom",
    "Он Олег": "он; Он; on; On",
    "Ин Олег": "in; In",
    "Мамыр Асан": "7 мамыр; Мамыр",
    "Алматы": "Asia/Almaty; Алматы",
}


@pytest.mark.parametrize("full", PLAIN)
def test_a_name_that_is_an_ordinary_word_needs_a_capital_and_a_neighbour(full: str) -> None:
    watch = Watch([Name(1, full, full.split()[0])], ordinary=ORDINARY)
    assert found(PLAIN[full], watch) == []
    if " " in full:
        family, given_name = full.split()
        for said in (full, f"{given_name} {family}", f"{given_name[0]}. {family}", f"{family} {given_name[0]}."):
            assert found(f"— {said} —", watch) == [(said, 1)]


def test_an_ordinary_name_is_found_in_forms_that_are_no_ordinary_words() -> None:
    assert found("әлі; Әлінің", Watch([Name(1, "Әлі Нұр", "Әлі")], ordinary=ORDINARY)) == [("Әлінің", 1)]


def test_short_beginnings_take_known_endings_only() -> None:
    watch = Watch([Name(1, "Кали Олег", "Кали"), Name(2, "Асан", "Асан")])
    assert found("Калининград, California, caliber; Асанбек", watch) == []
    assert found("Калиге; Асаном; Асанның", watch) == [("Калиге", 1), ("Асаном", 2), ("Асанның", 2)]


def test_mentions_that_overlap_become_one() -> None:
    assert apart([Mention(5, 9, 2), Mention(0, 6, 1), Mention(9, 10, 3)]) == [Mention(0, 9, 1), Mention(9, 10, 3)]


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """Return the name in any case and alphabet twins, with noise between its letters, or its letters set apart."""
    twins = {"с": "сcϲ", "а": "аaα", "р": "рpρ", "е": "еe", "о": "оoο"}
    letters = [
        draw(st.sampled_from(twins.get(sign, sign))) for sign in draw(st.sampled_from(["сарсенова", "сәрсенова"]))
    ]
    # Not all in Latin: what wholly looks Latin is tested by itself.
    letters = ["в" if sign == "v" else draw(st.sampled_from([sign, sign.upper()])) for sign in letters]
    if draw(st.booleans()):
        return draw(st.sampled_from([" ", "  ", "-", "·", "\u00a0", "_"])).join(letters)
    noise = st.lists(
        st.sampled_from(["\u00ad", "\u200b", "\u200d", "\ufeff", "\u0301", "\u0332", "\u0002"]), max_size=3
    )
    return "".join(sign + "".join(draw(noise)) for sign in letters)


@given(disguised(), st.sampled_from(["", "и ", "«", "(см. "]), st.sampled_from(["", ".", " плачет", "»"]))
def test_no_noise_hides_a_name(said: str, before: str, after: str) -> None:
    text = before + said + after
    mentions = Watch([AIGUL]).mentions(text)
    assert [mention.key for mention in mentions] == [1]
    assert mentions[0].start <= len(before) and mentions[0].end >= len(before + said)


@given(st.lists(st.sampled_from([*"|".join(WHOLE).split("|"), " ", ", ", "\n", ".", "Ким", "\u200b", "А.", "-"])))
def test_places_are_in_order_and_slice_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    places = [(one.start, one.end) for one in Watch([AIGUL, Name(2, "Ким")]).mentions(text)]
    flat = [place for pair in places for place in pair]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in places)
