"""Made-up testimony in the languages of the cases, with the letters that fonts tend to lack."""

from __future__ import annotations

KAZAKH = (
    "Бізді түнде ескі ғимаратқа алып келді. Ішінде су да, жарық та болған жоқ; қабырғалары дымқыл, еденде "
    "төсеніш жоқ еді. Таңға дейін ешкім сөйлеген жоқ, тек есіктің ашылып-жабылған дыбысы естілді."
)
KYRGYZ = (
    "Мени эки адам машинага отургузуп, белгисиз жакка алып кетишти. Жолдо эч нерсе түшүндүрүшкөн жок. Үйдө "
    "калган үй-бүлөм кайда экенимди үч күн бою билген эмес."
)
UZBEK = (
    "Bizni eski omborxonaga olib kelishdi. Oʻsha yerda yigirmaga yaqin odam bor edi, koʻpchiligi gʻoyat "
    "charchagan. Suv soʻraganimizda eshikni yopib ketishdi."
)
UZBEK_CYRILLIC = "Ўша куни ҳеч ким бизга сабабини айтмади, қоғоз ҳам кўрсатмади; ғалати жимлик эди."
RUSSIAN = (
    "Нас привезли ночью в нежилое здание на краю посёлка. Документы не составляли, фамилии не спрашивали. "
    "Утром в комнату вошли трое, один из них был в форме без нашивок; он и задавал вопросы."
)
ENGLISH = (
    "We were brought at night to an old building at the edge of the settlement. There was no water and no light "
    "inside; the walls were damp and nothing lay on the floor. Nobody spoke until morning, and only the door was "
    "heard opening and closing."
)

VOICES = (
    ("Kazakh", KAZAKH),
    ("Russian", RUSSIAN),
    ("Kyrgyz", KYRGYZ),
    ("Uzbek (Latin)", UZBEK),
    ("Uzbek (Cyrillic)", UZBEK_CYRILLIC),
)
