"""Waiting for both sides: the Belarusian key is turned, the Korean one is not."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="official_bg",
    body="ministry_bg",
    language="en",
    topic="identity",
    signatory=("Ivanka Petrova", "Senior Specialist"),
    title=four(
        "Mobile identity without a network connection",
        "Мобильная идентификация без подключения к сети",
        "Мабільная ідэнтыфікацыя без падключэння да сеткі",
        "오프라인 모바일 신분증",
    ),
    questions=(
        four(
            "Which data are kept on the device, and which are not?",
            "Какие данные хранятся на устройстве, а какие нет?",
            "Якія даныя захоўваюцца на прыладзе, а якія не?",
            "단말기에 저장되는 정보와 저장되지 않는 정보는 무엇입니까?",
        ),
        four(
            "How is the loss of a device handled in the first hour?",
            "Что делается в первый час после утраты устройства?",
            "Што робіцца ў першую гадзіну пасля страты прылады?",
            "단말기를 분실한 뒤 첫 한 시간 동안 어떻게 처리합니까?",
        ),
        four(
            "How does a shop without a network check that the document is genuine?",
            "Как магазин без доступа к сети проверяет подлинность документа?",
            "Як крама без доступу да сеткі правярае сапраўднасць дакумента?",
            "통신이 되지 않는 매장에서는 신분증의 진위를 어떻게 확인합니까?",
        ),
    ),
    state_of_play=four(
        "The national wallet is being piloted in two cities. In mountain areas a third of the checks fail because the verifier has no connection.",
        "Национальный цифровой кошелёк проходит испытания в двух городах. В горных районах треть проверок не удаётся из-за отсутствия связи у проверяющего.",
        "Нацыянальны лічбавы кашалёк праходзіць выпрабаванні ў двух гарадах. У горных раёнах трэць праверак не ўдаецца праз адсутнасць сувязі ў таго, хто правярае.",
        "국가 전자지갑을 두 도시에서 시범 운영하고 있습니다. 산간 지역에서는 확인하는 쪽의 통신이 되지 않아 확인의 3분의 1이 실패합니다.",
    ),
    expected_result=four(
        "The answer will be used in the technical rules of the wallet.",
        "Ответ будет использован в технических правилах цифрового кошелька.",
        "Адказ будзе выкарыстаны ў тэхнічных правілах лічбавага кашалька.",
        "답변은 전자지갑 기술 규격에 활용할 예정입니다.",
    ),
    facts={"unit": "Electronic Identification Directorate", "type": "remote_consultation"},
    acts=(
        act(8, "10:05", "official_bg", "draft"),
        act(6, "15:35", "official_bg", "submit"),
        act(3, "11:00", "contact_bg", "forward", opinion="Complete. Both pilot cities will take part in the consultation."),
        act(3, "13:25", "officer", "translate_request", language="ru"),
        act(3, "14:00", "officer", "translate_request", language="be"),
        act(2, "10:00", "officer2", "translate_request", language="ko"),
        act(1, "11:15", "director_by", "accept", scores=(5, 4, 5, 4, 4, 4, 4, 5, 4, 3)),
    ),
)  # fmt: skip
