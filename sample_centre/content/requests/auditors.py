"""Sent to the contact point; the time to check it is nearly over."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act

REQUEST = Request(
    by="oac_by",
    body="oac_by",
    language="ru",
    topic="security",
    signatory=("Андрей Гайдукевич", "Начальник отдела"),
    title=four(
        "Accrediting information-security auditors",
        "Аккредитация аудиторов информационной безопасности",
        "Акрэдытацыя аўдытараў інфармацыйнай бяспекі",
        "정보보호 심사원 인증 제도",
    ),
    questions=(
        four(
            "Which examination does an auditor take, and how long is the result valid?",
            "Какой экзамен сдаёт аудитор и как долго действует его результат?",
            "Які экзамен здае аўдытар і як доўга дзейнічае яго вынік?",
            "심사원은 어떤 시험을 치르며, 그 결과는 얼마 동안 유효합니까?",
        ),
        four(
            "What happens after an audit of an auditor is failed?",
            "Что происходит, если аудитор не прошёл проверку?",
            "Што адбываецца, калі аўдытар не прайшоў праверку?",
            "심사원에 대한 점검에서 부적합 판정을 받으면 어떻게 됩니까?",
        ),
        four(
            "Who pays for the audit, and how is the independence of the auditor protected?",
            "Кто оплачивает аудит и как обеспечивается независимость аудитора?",
            "Хто аплачвае аўдыт і як забяспечваецца незалежнасць аўдытара?",
            "심사 비용은 누가 부담하며, 심사원의 독립성은 어떻게 보장합니까?",
        ),
    ),
    state_of_play=four(
        "Owners of state information systems order audits from licensed organisations. The licence is given to the organisation; the knowledge of the person who carries out the audit is not examined.",
        "Владельцы государственных информационных систем заказывают аудит у лицензированных организаций. Лицензия выдаётся организации; знания лица, которое проводит аудит, не проверяются.",
        "Уладальнікі дзяржаўных інфармацыйных сістэм заказваюць аўдыт у ліцэнзаваных арганізацый. Ліцэнзія выдаецца арганізацыі; веды асобы, якая праводзіць аўдыт, не правяраюцца.",
        "국가 정보시스템의 운영 기관은 허가받은 기관에 심사를 의뢰합니다. 허가는 기관에 부여되며, 실제 심사를 하는 사람의 지식은 평가하지 않습니다.",
    ),
    expected_result=four(
        "The answer will be used in the concept of personal accreditation of auditors.",
        "Ответ будет использован в концепции персональной аккредитации аудиторов.",
        "Адказ будзе выкарыстаны ў канцэпцыі персанальнай акрэдытацыі аўдытараў.",
        "답변은 심사원 개인 인증 제도의 기본 계획에 활용할 예정입니다.",
    ),
    facts={"unit": "Отдел технической защиты информации", "preferred_advisor": "KISA", "languages": ["ru", "en"]},
    acts=(
        act(4, "15:40", "oac_by", "draft"),
        act(2, "11:25", "oac_by", "submit"),
        act(1, "11:50", "contact_by", "translate_request", language="en"),
        act(1, "12:30", "contact_by", "translate_request", language="be"),
    ),
)  # fmt: skip
