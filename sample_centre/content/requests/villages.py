"""Waiting for both sides: no key is turned yet. An expert mission with preferred dates."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="official_az",
    body="ministry_az",
    language="en",
    topic="regions",
    signatory=("Elvin Mammadov", "Head of Department"),
    title=four(
        "Information villages for remote districts",
        "Информационные деревни для отдалённых районов",
        "Інфармацыйныя вёскі для аддаленых раёнаў",
        "원격지 정보화마을 조성",
    ),
    questions=(
        four(
            "Who pays the running costs of a village after five years?",
            "Кто оплачивает текущие расходы деревни по истечении пяти лет?",
            "Хто аплачвае бягучыя выдаткі вёскі пасля пяці гадоў?",
            "5년이 지난 뒤 정보화마을의 운영비는 누가 부담합니까?",
        ),
        four(
            "Which of the services were really used by the residents?",
            "Какими услугами жители действительно пользовались?",
            "Якімі паслугамі жыхары сапраўды карысталіся?",
            "주민이 실제로 이용한 서비스는 무엇입니까?",
        ),
        four(
            "How were the villages chosen, and what was asked of them in return?",
            "Как отбирались деревни и какие обязательства они принимали?",
            "Як адбіраліся вёскі і якія абавязацельствы яны прымалі?",
            "마을은 어떻게 선정하였으며, 마을에는 어떤 의무를 부여하였습니까?",
        ),
    ),
    state_of_play=four(
        "Broadband has reached 62 mountain settlements. Schools and post offices are connected, yet few households use the connection for work or trade.",
        "Широкополосная связь проведена в 62 горных посёлка. Школы и почтовые отделения подключены, но лишь немногие семьи используют связь для работы и торговли.",
        "Шырокапалосная сувязь праведзена ў 62 горныя пасёлкі. Школы і паштовыя аддзяленні падключаны, але толькі нямногія сем’і выкарыстоўваюць сувязь для працы і гандлю.",
        "산간 마을 62곳에 초고속망이 들어왔습니다. 학교와 우체국은 연결되었으나 일과 거래에 이용하는 가구는 적습니다.",
    ),
    expected_result=four(
        "The mission report will be used to choose five pilot villages.",
        "Отчёт миссии будет использован при выборе пяти пилотных деревень.",
        "Справаздача місіі будзе выкарыстана пры выбары пяці пілотных вёсак.",
        "자문 파견 보고서는 시범 마을 5곳을 선정하는 데 활용할 예정입니다.",
    ),
    facts={"unit": "Regional Development Department", "type": "expert_mission", "preferred_advisor": "KLID"},
    practice="INVIL",
    weeks_ahead=(10, 12),
    acts=(
        act(7, "11:30", "official_az", "draft"),
        act(5, "14:15", "official_az", "submit"),
        act(2, "11:40", "contact_az", "forward", opinion="Complete. The district authorities will receive the mission."),
        act(2, "12:35", "officer", "translate_request", language="ru"),
        act(2, "13:20", "officer", "translate_request", language="be"),
        act(1, "10:20", "officer2", "translate_request", language="ko"),
    ),
)  # fmt: skip
