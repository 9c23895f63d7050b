"""The other joint projects: six of 2017 and 2018 whose names are real; four of today, all of them samples.

One runs late with its report, one waits for its registration, one for opinions, one is still on paper.
"""

from typing import NamedTuple

from sample_centre.content.countries import four

Text = dict[str, str]


class Past(NamedTuple):
    """A project that was closed: the key of its decision, what it was, who led, what came of it."""

    key: str
    kind: str
    year: int
    lead_a: str
    lead_b: str
    contractor: str
    amount: str
    summary: Text
    gave: tuple[str, Text]  # kind of transfer, name
    still_used: Text


PASTS = (
    Past("etrade_2017", "consulting", 2017, "ministry_by", "nia", "ktnet", "118000.00",
         four("A concept of paperless foreign trade for one single window.", "Концепция безбумажной внешней торговли по принципу «единого окна».", "Канцэпцыя безпапяровага знешняга гандлю па прынцыпе «адзінага акна».", "단일창구 기반 무서류 무역 구상."),
         ("method", four("Concept and roadmap of an electronic trade system", "Концепция и дорожная карта системы электронной торговли", "Канцэпцыя і дарожная карта сістэмы электроннага гандлю", "전자무역시스템 구상과 로드맵")),
         four("The roadmap was taken up in the plan of the ministry.", "Дорожная карта учтена в плане министерства.", "Дарожная карта ўлічана ў плане міністэрства.", "로드맵이 부처 계획에 반영되었다.")),
    Past("security_2017", "training", 2017, "oac_by", "nia", "kisa", "96000.00",
         four("Courses for specialists who protect state systems.", "Курсы для специалистов по защите государственных систем.", "Курсы для спецыялістаў па абароне дзяржаўных сістэм.", "국가 시스템 보호 담당자 교육."),
         ("method", four("Training material of three courses", "Учебные материалы трёх курсов", "Навучальныя матэрыялы трох курсаў", "교육 3과정 교재")),
         four("The courses are held by the centre's own teachers.", "Курсы проводят собственные преподаватели.", "Курсы праводзяць уласныя выкладчыкі.", "자체 강사가 교육을 이어 가고 있다.")),
    Past("archive_2017", "consulting", 2017, "archives_by", "archives_kr", "", "121000.00",
         four("A concept of a digital national archive.", "Концепция цифрового национального архива.", "Канцэпцыя лічбавага нацыянальнага архіва.", "디지털 국가기록관 구상."),
         ("method", four("Concept of the digital national archive", "Концепция цифрового национального архива", "Канцэпцыя лічбавага нацыянальнага архіва", "디지털 국가기록관 구상")),
         four("It is the ground of the pilot that runs today.", "На ней основан сегодняшний пилотный проект.", "На ёй заснаваны сённяшні пілотны праект.", "현재 시범사업의 바탕이 되었다.")),
    Past("etrade_2018", "training", 2018, "ministry_by", "nia", "ktnet", "104000.00",
         four("Officials and companies learn to use electronic trade documents.", "Служащие и предприятия учатся применять электронные торговые документы.", "Служачыя і прадпрыемствы вучацца ўжываць электронныя гандлёвыя дакументы.", "공무원과 기업의 전자무역문서 활용 교육."),
         ("method", four("Course on electronic trade documents", "Курс по электронным торговым документам", "Курс па электронных гандлёвых дакументах", "전자무역문서 교육과정")),
         four("The course has become part of further training.", "Курс включён в систему повышения квалификации.", "Курс уключаны ў сістэму павышэння кваліфікацыі.", "보수교육 과정에 편입되었다.")),
    Past("security_2018", "training", 2018, "oac_by", "nia", "kisa", "92000.00",
         four("Advanced courses with exercises against attacks.", "Углублённые курсы с учениями по отражению атак.", "Паглыбленыя курсы з вучэннямі па адбіцці атак.", "침해 대응 훈련을 포함한 심화 교육."),
         ("method", four("Exercises of attack and defence", "Учебные сценарии атак и защиты", "Навучальныя сцэнарыі атак і абароны", "공격·방어 실습 시나리오")),
         four("Exercises are held every year.", "Учения проводятся ежегодно.", "Вучэнні праводзяцца штогод.", "매년 훈련을 실시한다.")),
    Past("standards_2018", "consulting", 2018, "services_by", "nia", "", "99000.00",
         four("How information systems of the state are described and made to fit each other.", "Как описывать государственные информационные системы и обеспечивать их совместимость.", "Як апісваць дзяржаўныя інфармацыйныя сістэмы і забяспечваць іх сумяшчальнасць.", "국가 정보시스템의 기술과 호환을 위한 표준."),
         ("standard", four("Draft standard for passports of information systems", "Проект стандарта паспортов информационных систем", "Праект стандарту пашпартоў інфармацыйных сістэм", "정보시스템 명세 표준안")),
         four("Two ministries describe their systems by it.", "По нему описывают системы два министерства.", "Паводле яго апісваюць сістэмы два міністэрствы.", "두 부처가 이 표준으로 시스템을 기술한다.")),
)  # fmt: skip

AUDITORS = {
    "kind": "training",
    "lead_a": "oac_by",
    "lead_b": "nia",
    "contractor": "kisa",
    "amount": "74000.00",
    "summary": four(
        "Rules for accrediting auditors of information security, and the first forty auditors.",
        "Правила аккредитации аудиторов информационной безопасности и первые сорок аудиторов.",
        "Правілы акрэдытацыі аўдытараў інфармацыйнай бяспекі і першыя сорак аўдытараў.",
        "정보보호 감사인 인정 규정과 첫 감사인 40명.",
    ),
}
PROACTIVE = {
    "kind": "study",
    "lead_a": "ministry_by",
    "lead_b": "mois",
    "summary": four(
        "Which of 112 administrative procedures can be turned into services that come unasked.",
        "Какие из 112 административных процедур можно превратить в проактивные услуги.",
        "Якія са 112 адміністрацыйных працэдур можна ператварыць у праактыўныя паслугі.",
        "112개 행정절차 중 선제적 서비스로 바꿀 수 있는 것의 조사.",
    ),
}
METERING = {
    "kind": "pilot",
    "name": four("Metering the use of a shared cloud", "Учёт использования общего облака", "Улік выкарыстання агульнага воблака", "공동 클라우드 사용량 계량"),
    "lead_a": "services_by",
    "lead_b": "nirs",
    "summary": four(
        "Ministries see what they use of the shared data centre, and pay by it.",
        "Министерства видят, сколько ресурсов общего центра данных они используют, и платят по факту.",
        "Міністэрствы бачаць, колькі рэсурсаў агульнага цэнтра даных яны выкарыстоўваюць, і плацяць па факце.",
        "부처가 공동 데이터센터 사용량을 확인하고 그에 따라 부담한다.",
    ),
}  # fmt: skip
ASSISTANT = {
    "kind": "study",
    "name": four("An assistant for the portal of services", "Помощник для портала услуг", "Памочнік для партала паслуг", "서비스 포털 도우미"),
    "lead_a": "services_by",
    "lead_b": "nia",
}  # fmt: skip

RULE_BY = {
    "name": four("Registration of international technical assistance", "Регистрация международной технической помощи", "Рэгістрацыя міжнароднай тэхнічнай дапамогі", "국제 기술협력 등록"),
    "authority": "economy_by",
    "legal_basis": four("Edict no. 460 of 22 October 2003", "Указ от 22 октября 2003 г. № 460", "Указ ад 22 кастрычніка 2003 г. № 460", "2003년 10월 22일 대통령령 제460호"),
    "papers": (
        (four("Covering letter", "Сопроводительное письмо", "Суправаджальны ліст", "공문"), 1),
        (four("Application", "Заявка", "Заяўка", "신청서"), 1),
        (four("Original of the project", "Оригинал проекта", "Арыгінал праекта", "사업 원본"), 2),
        (four("Translation into Belarusian or Russian", "Перевод на белорусский или русский язык", "Пераклад на беларускую або рускую мову", "벨라루스어 또는 러시아어 번역본"), 2),
        (four("Project passport", "Паспорт проекта", "Пашпарт праекта", "사업 명세서"), 2),
    ),
}  # fmt: skip
