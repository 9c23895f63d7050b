"""Accepted by silence: one side has signed, the other did not answer in time, and the journal says so."""

from sample_centre.content.countries import four
from sample_centre.story import Request, act, by_clock

REQUEST = Request(
    by="economy_by",
    body="economy_by",
    language="ru",
    topic="trade",
    signatory=("Дмитрий Орлович", "Начальник отдела"),
    title=four(
        "Liability in an electronic trade single window",
        "Ответственность в системе «единого окна» электронной торговли",
        "Адказнасць у сістэме «адзінага акна» электроннага гандлю",
        "전자무역 단일창구의 책임 분담",
    ),
    questions=(
        four(
            "Who answers for a wrong declaration that has passed the window?",
            "Кто отвечает за ошибочную декларацию, которая прошла через «единое окно»?",
            "Хто адказвае за памылковую дэкларацыю, якая прайшла праз «адзінае акно»?",
            "단일창구를 통과한 잘못된 신고에 대한 책임은 누가 집니까?",
        ),
        four(
            "Which agreement binds customs, banks and carriers to each other?",
            "Каким соглашением связаны между собой таможня, банки и перевозчики?",
            "Якім пагадненнем звязаны паміж сабой мытня, банкі і перавозчыкі?",
            "세관, 은행, 운송사는 어떤 약정으로 서로 구속됩니까?",
        ),
        four(
            "How are disputes settled when the electronic record and the paper differ?",
            "Как решаются споры, если электронная запись и бумажный документ расходятся?",
            "Як вырашаюцца спрэчкі, калі электронны запіс і папяровы дакумент разыходзяцца?",
            "전자 기록과 종이 문서가 다를 때 분쟁은 어떻게 해결합니까?",
        ),
    ),
    state_of_play=four(
        "A prototype of the single window joins customs, two banks and the railway. The parties work under separate contracts, which say nothing of errors that one of them passes on to the others.",
        "Прототип «единого окна» объединяет таможню, два банка и железную дорогу. Участники работают по отдельным договорам, в которых не сказано об ошибках, переданных одним участником другим.",
        "Прататып «адзінага акна» аб’ядноўвае мытню, два банкі і чыгунку. Удзельнікі працуюць па асобных дагаворах, у якіх не сказана пра памылкі, перададзеныя адным удзельнікам іншым.",
        "단일창구 시제품은 세관, 은행 두 곳, 철도를 연결합니다. 참여 기관은 개별 계약에 따라 운영하며, 한 기관의 오류가 다른 기관으로 전달된 경우에 관한 규정은 없습니다.",
    ),
    expected_result=four(
        "The answer will be used in the draft agreement between the operators of the window.",
        "Ответ будет использован в проекте соглашения между операторами «единого окна».",
        "Адказ будзе выкарыстаны ў праекце пагаднення паміж аператарамі «адзінага акна».",
        "답변은 단일창구 운영 기관 간 협정안에 활용할 예정입니다.",
    ),
    facts={"unit": "Отдел цифровой экономики", "preferred_advisor": "KTNET", "linked_to": "Совместный проект по системе электронной торговли"},
    acts=(
        act(10, "10:20", "economy_by", "draft"),
        act(9, "15:10", "economy_by", "submit"),
        act(7, "10:45", "contact_by", "forward", opinion="Запрос полный. Министерство экономики назначило ответственных исполнителей."),
        act(7, "12:15", "officer", "translate_request", language="en"),
        act(7, "13:05", "officer", "translate_request", language="be"),
        act(6, "10:40", "officer2", "translate_request", language="ko"),
        act(5, "14:35", "director_by", "accept", scores=(5, 4, 4, 4, 4, 5, 4, 4, 4, 4)),
        by_clock("silence"),
    ),
)  # fmt: skip
