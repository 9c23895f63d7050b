"""The yearly programme with the Black Sea states, and the questions that are asked in every edition."""

from typing import NamedTuple

from events.enums import QuestionKind, SubjectKind
from sample_centre.content.countries import four

SLUG, SINCE = "korea-black-sea", 2011
FIRST_YEAR_BEFORE = 2010  # the edition of 2017 is the seventh

NAME = four(
    "Korea–Black Sea ICT cooperation programme",
    "Программа сотрудничества Кореи и стран Чёрного моря в сфере ИКТ",
    "Праграма супрацоўніцтва Карэі і краін Чорнага мора ў сферы ІКТ",
    "한–흑해 ICT 협력 프로그램",
)
PURPOSE = four(
    "Every year civil servants of the member states of the Black Sea Economic Cooperation learn how the Republic of Korea uses information and communication technologies: to reach citizens and businesses with good services, and to build e-government in ministries and in municipalities. The Government of the Republic of Korea bears the costs.",
    "Ежегодно государственные служащие стран – участниц Черноморского экономического сотрудничества знакомятся с тем, как Республика Корея применяет информационно-коммуникационные технологии: оказывает качественные услуги гражданам и бизнесу, строит электронное правительство в центре и на местах. Расходы несёт Правительство Республики Корея.",
    "Штогод дзяржаўныя служачыя краін – удзельніц Чарнаморскага эканамічнага супрацоўніцтва знаёмяцца з тым, як Рэспубліка Карэя выкарыстоўвае інфармацыйна-камунікацыйныя тэхналогіі: аказвае якасныя паслугі грамадзянам і бізнесу, будуе электронны ўрад у цэнтры і на месцах. Выдаткі нясе Урад Рэспублікі Карэя.",
    "흑해경제협력기구 회원국 공무원들이 매년 대한민국의 정보통신기술 활용 경험을 배웁니다. 국민과 기업에 질 높은 서비스를 제공하고 중앙과 지방의 전자정부를 구축한 경험을 나눕니다. 비용은 대한민국 정부가 부담합니다.",
)


class Asked(NamedTuple):
    """A question of the bank. Its key stays the same in all editions."""

    key: str
    subject: SubjectKind
    text: dict[str, str]
    kind: QuestionKind = QuestionKind.SCALE


EDITION, SESSION, VISIT, SPEAKER = SubjectKind.EDITION, SubjectKind.SESSION, SubjectKind.VISIT, SubjectKind.SPEAKER

QUESTIONS = (
    Asked("overall", EDITION, four("How do you rate the programme as a whole?", "Как Вы оцениваете программу в целом?", "Як Вы ацэньваеце праграму ў цэлым?", "프로그램을 전반적으로 어떻게 평가하십니까?")),
    Asked("relevance", EDITION, four("How well did the subjects fit your work?", "Насколько темы соответствовали Вашей работе?", "Наколькі тэмы адпавядалі Вашай працы?", "주제가 귀하의 업무에 얼마나 맞았습니까?")),
    Asked("organisation", EDITION, four("How well was the programme organised?", "Как была организована программа?", "Як была арганізавана праграма?", "프로그램 운영은 어떠했습니까?")),
    Asked("interpretation", EDITION, four("How good was the interpretation?", "Каким было качество перевода?", "Якой была якасць перакладу?", "통역은 어떠했습니까?")),
    Asked("recommend", EDITION, four("Would you recommend the programme to a colleague?", "Рекомендовали бы Вы программу коллеге?", "Ці рэкамендавалі б Вы праграму калегу?", "동료에게 이 프로그램을 추천하시겠습니까?"), QuestionKind.YES_NO),
    Asked("keep", EDITION, four("What should the next edition keep, and what should it change?", "Что следует сохранить в следующем выпуске, а что изменить?", "Што варта захаваць у наступным выпуску, а што змяніць?", "다음 회차에서 유지할 점과 바꿀 점은 무엇입니까?"), QuestionKind.TEXT),
    Asked("session-content", SESSION, four("How useful was what you heard?", "Насколько полезным было услышанное?", "Наколькі карысным было пачутае?", "내용은 얼마나 유익했습니까?")),
    Asked("session-clarity", SESSION, four("How clearly was it presented?", "Насколько ясно это было изложено?", "Наколькі ясна гэта было выкладзена?", "설명은 얼마나 명확했습니까?")),
    Asked("session-time", SESSION, four("Was there enough time for questions?", "Хватило ли времени на вопросы?", "Ці хапіла часу на пытанні?", "질문할 시간이 충분했습니까?"), QuestionKind.YES_NO),
    Asked("visit-content", VISIT, four("How useful was what you saw?", "Насколько полезным было увиденное?", "Наколькі карысным было ўбачанае?", "견학 내용은 얼마나 유익했습니까?")),
    Asked("visit-guidance", VISIT, four("How well did the hosts explain it?", "Насколько понятно объясняли хозяева?", "Наколькі зразумела тлумачылі гаспадары?", "안내 설명은 어떠했습니까?")),
    Asked("speaker-clarity", SPEAKER, four("How clearly did the speaker explain?", "Насколько ясно говорил докладчик?", "Наколькі ясна гаварыў дакладчык?", "발표자의 설명은 얼마나 명확했습니까?")),
)  # fmt: skip
