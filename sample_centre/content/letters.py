"""The letter templates of the sample centre, of all five kinds in four languages.

Names stand in the nominative, since nobody can inflect the name of a body that is filled in: they come after a colon,
in quotation marks or as the subject of the sentence; in Korean no particle follows them.
"""

from typing import NamedTuple

from letters.enums import LetterKind
from sample_centre.content.countries import four
from sample_centre.story import Texts


class Template(NamedTuple):
    """A template as officers have written it."""

    kind: LetterKind
    name: str
    subject: Texts
    body: Texts


INVITATION = Template(
    LetterKind.INVITATION,
    "Invitation to an edition",
    four(
        "Invitation: {event}",
        "Приглашение: {event}",
        "Запрашэнне: {event}",
        "초청: {event}",
    ),
    four(
        """Dear colleagues,

Both sides of the {centre} have the honour to invite your institution to take part in “{event}” ({event_number}). Dates: {event_days}. Place: {event_places}. Working languages: {event_languages}.

We ask you to nominate those who work in the subject of the event and in one of its languages. Number of nominees: {quota}. Nominations are due: {deadline}. The nomination is made in the portal of the centre, with a letter signed by an authorised official.

Country report and slides are due: {papers_deadline}.

Both sides decide on the list of participants together and will inform you of the outcome.

Yours faithfully,""",
        """Уважаемые коллеги!

Обе стороны имеют честь пригласить ваше учреждение принять участие в мероприятии «{event}» ({event_number}). Организатор: {centre}. Дни проведения: {event_days}. Место проведения: {event_places}. Рабочие языки: {event_languages}.

Просим выдвинуть специалистов, которые занимаются темой мероприятия и владеют одним из его рабочих языков. Число кандидатов: {quota}. Срок выдвижения: {deadline}. Кандидаты выдвигаются на портале центра; к представлению прилагается письмо за подписью уполномоченного должностного лица.

Срок представления странового доклада и слайдов: {papers_deadline}.

Список участников обе стороны утверждают совместно; о решении вам сообщат.

С уважением""",
        """Паважаныя калегі!

Абодва бакі маюць гонар запрасіць вашу ўстанову прыняць удзел у мерапрыемстве «{event}» ({event_number}). Арганізатар: {centre}. Дні правядзення: {event_days}. Месца правядзення: {event_places}. Рабочыя мовы: {event_languages}.

Просім вылучыць спецыялістаў, якія займаюцца тэмай мерапрыемства і валодаюць адной з яго рабочых моў. Колькасць кандыдатаў: {quota}. Тэрмін вылучэння: {deadline}. Кандыдаты вылучаюцца на партале цэнтра; да прадстаўлення далучаецца ліст за подпісам упаўнаважанай службовай асобы.

Тэрмін прадстаўлення краінавага даклада і слайдаў: {papers_deadline}.

Спіс удзельнікаў абодва бакі зацвярджаюць сумесна; пра рашэнне вам паведамяць.

З павагай""",
        """귀 기관의 무궁한 발전을 기원합니다.

양측은 아래 행사에 귀 기관을 정중히 초청합니다.

행사: {event} ({event_number})
주관: {centre}
기간: {event_days}
장소: {event_places}
사용 언어: {event_languages}

행사 주제를 담당하고 사용 언어 중 하나로 업무가 가능한 직원을 추천하여 주시기 바랍니다. 추천은 센터 포털에서 하며, 권한 있는 공무원이 서명한 공문을 첨부합니다.

추천 인원: {quota}명
추천 기한: {deadline}
국가보고서와 발표자료 제출 기한: {papers_deadline}

참가자 명단은 양측이 함께 확정하며, 결과를 알려 드리겠습니다.""",
    ),
)
ACKNOWLEDGEMENT = Template(
    LetterKind.ACKNOWLEDGEMENT,
    "Nomination received",
    four(
        "Nomination received: {event}",
        "Представление кандидатов получено: {event}",
        "Прадстаўленне кандыдатаў атрымана: {event}",
        "추천 접수: {event}",
    ),
    four(
        """Dear colleagues,

The {centre} confirms that it received your nomination for “{event}” ({event_number}) on {received_on}.

Nominated: {nominees}.

The officers of the centre check the nomination; then both sides decide on the list of participants. Country report and slides are due: {papers_deadline}.

Yours faithfully,""",
        """Уважаемые коллеги!

Подтверждаем получение представления кандидатов на мероприятие «{event}» ({event_number}). Дата получения: {received_on}. Организатор: {centre}.

Кандидаты: {nominees}.

Сотрудники центра проверят представление, после чего обе стороны утвердят список участников. Срок представления странового доклада и слайдов: {papers_deadline}.

С уважением""",
        """Паважаныя калегі!

Пацвярджаем атрыманне прадстаўлення кандыдатаў на мерапрыемства «{event}» ({event_number}). Дата атрымання: {received_on}. Арганізатар: {centre}.

Кандыдаты: {nominees}.

Супрацоўнікі цэнтра правераць прадстаўленне, пасля чаго абодва бакі зацвердзяць спіс удзельнікаў. Тэрмін прадстаўлення краінавага даклада і слайдаў: {papers_deadline}.

З павагай""",
        """귀 기관의 협조에 감사드립니다.

아래 행사에 대한 추천을 접수하였음을 확인합니다.

행사: {event} ({event_number})
주관: {centre}
접수일: {received_on}
추천 대상자: {nominees}

센터에서 추천 내용을 확인한 뒤 양측이 참가자 명단을 확정합니다.

국가보고서와 발표자료 제출 기한: {papers_deadline}""",
    ),
)
ANSWER = Template(
    LetterKind.ANSWER,
    "Letter to an answer",
    four(
        "Answer to request {request_number}",
        "Ответ на запрос {request_number}",
        "Адказ на запыт {request_number}",
        "자문 요청 {request_number} 답변",
    ),
    four(
        """Dear colleagues,

With reference to your request {request_number} “{request_title}” of {sent_on}, the {centre} informs you that the answer was sent on {answered_on}. It deals with all questions asked; their number is {questions}.

The answer, its translation and its annexes stand in the portal of the centre. We ask you to say there whether the answer is accepted and, in due course, what use was made of it.

Yours faithfully,""",
        """Уважаемые коллеги!

Сообщаем, что на ваш запрос {request_number} «{request_title}» дан ответ. Дата запроса: {sent_on}. Дата ответа: {answered_on}. Число вопросов: {questions}. Ответ подготовил: {centre}.

Ответ, его перевод и приложения размещены на портале центра. Просим указать там, принят ли ответ, а впоследствии сообщить, как он был использован.

С уважением""",
        """Паважаныя калегі!

Паведамляем, што на ваш запыт {request_number} «{request_title}» дадзены адказ. Дата запыту: {sent_on}. Дата адказу: {answered_on}. Колькасць пытанняў: {questions}. Адказ падрыхтаваў: {centre}.

Адказ, яго пераклад і дадаткі размешчаны на партале цэнтра. Просім пазначыць там, ці прыняты адказ, а пазней паведаміць, як ён быў выкарыстаны.

З павагай""",
        """귀 기관의 자문 요청에 감사드립니다.

요청 번호: {request_number}
제목: {request_title}
요청일: {sent_on}
답변일: {answered_on}
답변 기관: {centre}
질문 수: {questions}

답변과 번역문, 첨부 자료는 센터 포털에서 확인하실 수 있습니다. 답변의 수락 여부를 포털에 표시하여 주시고, 이후 활용 결과도 알려 주시기 바랍니다.""",
    ),
)
VISA = Template(
    LetterKind.VISA,
    "Support of a visa application",
    four(
        "Support of a visa application: {recipient}",
        "Поддержка заявления на визу: {recipient}",
        "Падтрымка заявы на візу: {recipient}",
        "사증 발급 협조 요청: {recipient}",
    ),
    four(
        """To whom it may concern,

The {centre} confirms that the person named below is accepted as a participant of “{event}” ({event_number}). Dates: {event_days}. Place: {event_places}.

Name, as in the passport: {recipient}. Country: {country}. Institution: {institution}. Post: {post}.

Both sides of the centre ask you to issue the visa that is needed for the stay, in time for the journey.""",
        """Компетентному консульскому учреждению

Подтверждаем, что указанное ниже лицо принято в число участников мероприятия «{event}» ({event_number}). Организатор: {centre}. Дни проведения: {event_days}. Место проведения: {event_places}.

Имя и фамилия, как в паспорте: {recipient}. Страна: {country}. Учреждение: {institution}. Должность: {post}.

Обе стороны центра просят своевременно выдать визу, необходимую для пребывания.""",
        """Кампетэнтнай консульскай установе

Пацвярджаем, што названая ніжэй асоба прынята ў лік удзельнікаў мерапрыемства «{event}» ({event_number}). Арганізатар: {centre}. Дні правядзення: {event_days}. Месца правядзення: {event_places}.

Імя і прозвішча, як у пашпарце: {recipient}. Краіна: {country}. Установа: {institution}. Пасада: {post}.

Абодва бакі цэнтра просяць своечасова выдаць візу, неабходную для знаходжання.""",
        """관계 영사관 귀중

아래 사람이 다음 행사의 참가자로 확정되었음을 확인합니다.

행사: {event} ({event_number})
주관: {centre}
기간: {event_days}
장소: {event_places}

성명(여권 표기): {recipient}
국가: {country}
소속: {institution}
직위: {post}

체류에 필요한 사증이 제때 발급될 수 있도록 협조하여 주시기 바랍니다.""",
    ),
)
REMINDER = Template(
    LetterKind.REMINDER,
    "Reminder",
    four(
        "Reminder: {about}",
        "Напоминание: {about}",
        "Напамін: {about}",
        "알림: {about}",
    ),
    four(
        """Dear colleagues,

The {centre} still waits for {matter}. It concerns “{about}” ({about_number}). Due: {deadline}.

If something stands in the way, write to us: we shall look for a solution together.

Yours faithfully,""",
        """Уважаемые коллеги!

Напоминаем, что пока не получено: {matter}. Предмет: «{about}» ({about_number}). Срок: {deadline}.

Если что-либо препятствует этому, напишите нам: мы вместе найдём решение.

С уважением
{centre}""",
        """Паважаныя калегі!

Нагадваем, што пакуль не атрымана: {matter}. Прадмет: «{about}» ({about_number}). Тэрмін: {deadline}.

Калі нешта гэтаму перашкаджае, напішыце нам: мы разам знойдзем рашэнне.

З павагай
{centre}""",
        """귀 기관의 협조에 감사드립니다.

아래 사항이 아직 접수되지 않아 알려 드립니다.

내용: {matter}
관련: {about} ({about_number})
기한: {deadline}

어려움이 있으시면 알려 주시기 바랍니다. 함께 해결 방안을 찾겠습니다.

{centre}""",
    ),
)
TEMPLATES = (INVITATION, ACKNOWLEDGEMENT, ANSWER, VISA, REMINDER)
