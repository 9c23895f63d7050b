"""The pilot of a digital archive: one project of today in full. The money and all figures are samples, and say so.

Days are months from today, with a day of the month where it matters; figures are strings, so that none is ever a float.
"""

from typing import NamedTuple

from sample_centre.content.countries import four

Text = dict[str, str]
SAMPLE = four(" (sample figure)", " (условная сумма)", " (умоўная сума)", " (예시 금액)")


def sample(en: str, ru: str, be: str, ko: str) -> Text:
    """A title of a line of money, marked as a sample."""
    return {lang: text + SAMPLE[lang] for lang, text in four(en, ru, be, ko).items()}


SUMMARY = four(
    "A pilot store for the electronic records of four state agencies: a standard for handing over databases, trained archivists, two sites.",
    "Пилотное хранилище электронных документов четырёх государственных органов: стандарт передачи баз данных, обученные архивисты, две площадки.",
    "Пілотнае сховішча электронных дакументаў чатырох дзяржаўных органаў: стандарт перадачы баз даных, навучаныя архівісты, дзве пляцоўкі.",
    "4개 국가기관 전자기록의 시범 저장소: 데이터베이스 이관 표준, 교육받은 기록관리자, 두 곳의 저장 장소.",
)
CONCEPT = {
    "situation": four(
        "State bodies keep more than half of their records in databases. The national archive takes over files, but no databases.",
        "Государственные органы ведут более половины документов в базах данных. Национальный архив принимает файлы, но не базы данных.",
        "Дзяржаўныя органы вядуць больш за палову дакументаў у базах даных. Нацыянальны архіў прымае файлы, але не базы даных.",
        "국가기관은 기록의 절반 이상을 데이터베이스로 관리한다. 국가기록관은 파일은 인수하지만 데이터베이스는 인수하지 못한다.",
    ),
    "problem": four(
        "When a system is switched off, its data can no longer be read. An audit of twelve agencies found three such systems.",
        "После отключения системы её данные прочитать невозможно. Проверка двенадцати органов выявила три такие системы.",
        "Пасля адключэння сістэмы яе даныя прачытаць немагчыма. Праверка дванаццаці органаў выявіла тры такія сістэмы.",
        "시스템이 폐지되면 데이터를 읽을 수 없다. 12개 기관을 점검한 결과 그런 시스템이 세 개 있었다.",
    ),
    "objective": four(
        "Agencies can hand over databases that remain readable without the system they came from.",
        "Органы могут передавать базы данных, которые читаются без исходной системы.",
        "Органы могуць перадаваць базы даных, якія чытаюцца без зыходнай сістэмы.",
        "기관이 원래 시스템 없이도 읽을 수 있는 데이터베이스를 이관할 수 있게 한다.",
    ),
    "beneficiaries": four(
        "Twelve agencies, sixty archivists, and everybody who asks the archive for a record.",
        "Двенадцать органов, шестьдесят архивистов и все, кто обращается в архив за документом.",
        "Дванаццаць органаў, шэсцьдзясят архівістаў і ўсе, хто звяртаецца ў архіў па дакумент.",
        "12개 기관, 기록관리자 60명, 그리고 기록을 신청하는 모든 국민.",
    ),
    "activities": four(
        "1. A standard for datasets (both). 2. Two courses (Republic of Korea). 3. The pilot store (Belarus). 4. Transfer of four databases (both). 5. A final report to the committee (both).",
        "1. Стандарт наборов данных (обе стороны). 2. Два курса (Республика Корея). 3. Пилотное хранилище (Беларусь). 4. Передача четырёх баз данных (обе стороны). 5. Итоговый отчёт комитету (обе стороны).",
        "1. Стандарт набораў даных (абодва бакі). 2. Два курсы (Рэспубліка Карэя). 3. Пілотнае сховішча (Беларусь). 4. Перадача чатырох баз даных (абодва бакі). 5. Выніковая справаздача камітэту (абодва бакі).",
        "1. 데이터세트 표준(양측). 2. 교육 2회(대한민국). 3. 시범 저장소(벨라루스). 4. 데이터베이스 4건 이관(양측). 5. 위원회 최종보고(양측).",
    ),
    "national_plan": four(
        "It serves the state programme “Digital Belarus” for 2026–2030.",
        "Проект служит выполнению государственной программы «Цифровая Беларусь» на 2026–2030 годы.",
        "Праект служыць выкананню дзяржаўнай праграмы «Лічбавая Беларусь» на 2026–2030 гады.",
        "2026–2030년 국가 프로그램 「디지털 벨라루스」의 이행에 기여한다.",
    ),
    "sustainability": four(
        "The archive runs the store and pays for it from its own budget; the standard is kept by its methods department.",
        "Архив эксплуатирует хранилище за счёт собственного бюджета; стандарт сопровождает методический отдел.",
        "Архіў эксплуатуе сховішча за кошт уласнага бюджэту; стандарт суправаджае метадычны аддзел.",
        "기록관이 자체 예산으로 저장소를 운영하며, 표준은 방법론 부서가 관리한다.",
    ),
    "assumptions": four(
        "Agencies release the owners of their databases for the test; the store passes customs in time.",
        "Органы выделяют владельцев баз данных для испытаний; хранилище своевременно проходит таможню.",
        "Органы вылучаюць уладальнікаў баз даных для выпрабаванняў; сховішча своечасова праходзіць мытню.",
        "기관이 시험에 데이터베이스 담당자를 참여시키고, 저장장치가 제때 통관된다.",
    ),
}


class Line(NamedTuple):
    """A line of the budget."""

    key: str
    title: Text
    side: str
    body: str
    group: str
    nature: str
    amount: str
    currency: str
    rate: str
    rate_source: str
    lapses: bool = False


NBRB, BOK, NONE = "National Bank of the Republic of Belarus", "Bank of Korea", "same currency"
LINES = (
    Line("software", sample("Software of the pilot", "Программное обеспечение пилота", "Праграмнае забеспячэнне пілота", "시범 소프트웨어"), "b", "archives_kr", "licences", "cash", "210000000", "KRW", "0.0007250000", BOK, True),
    Line("training", sample("Two courses in Minsk and Daejeon", "Два курса в Минске и Тэджоне", "Два курсы ў Мінску і Тэджоне", "민스크·대전 교육 2회"), "b", "nia", "training", "cash", "60000.00", "USD", "1", NONE, True),
    Line("contractor", sample("Contractor for the standard and the transfer", "Подрядчик: стандарт и передача", "Падрадчык: стандарт і перадача", "표준·이관 수행업체"), "b", "nia", "services", "cash", "97750.00", "USD", "1", NONE, True),
    Line("advisors", sample("Advisors on the spot", "Советники на месте", "Дарадцы на месцы", "현지 자문관"), "b", "archives_kr", "staff", "in_kind", "48000.00", "USD", "1", NONE),
    Line("store", sample("Store at two sites", "Хранилище на двух площадках", "Сховішча на дзвюх пляцоўках", "2개소 저장장치"), "a", "archives_by", "equipment", "cash", "360000.00", "BYN", "0.3056000000", NBRB, True),
    Line("staff", sample("Staff of the archive", "Персонал архива", "Персанал архіва", "기록관 인력"), "a", "archives_by", "staff", "cash", "261780.00", "BYN", "0.3056000000", NBRB),
    Line("premises", sample("Server rooms", "Серверные помещения", "Серверныя памяшканні", "전산실"), "a", "services_by", "premises", "in_kind", "60000.00", "USD", "1", NONE),
)  # fmt: skip


class Booking(NamedTuple):
    """An entry: whose books, which line, what kind, months ago, day of the month, amount, paper, words."""

    side: str
    line: str
    kind: str
    ago: int
    day: int
    amount: str
    paper: str
    text: Text
    days: str = ""
    answers: int | None = None  # the place of the payment it answers in this list
    is_draft: bool = False


BOOKINGS = (
    Booking("b", "contractor", "commitment", 6, 11, "97750.00", "Contract 2026-31", four("Contract for standard and transfer", "Договор: стандарт и передача", "Дагавор: стандарт і перадача", "표준·이관 계약")),
    Booking("b", "software", "commitment", 6, 12, "170000000", "Contract 2026-32", four("Licences and set-up", "Лицензии и настройка", "Ліцэнзіі і наладка", "라이선스와 설치")),
    Booking("a", "store", "commitment", 5, 9, "300000.00", "Contract 117/26", four("Store, first and second site", "Хранилище, первая и вторая площадки", "Сховішча, першая і другая пляцоўкі", "저장장치 1·2차")),
    Booking("a", "staff", "commitment", 6, 4, "190000.00", "Order 41", four("Staff of the pilot group", "Персонал пилотной группы", "Персанал пілотнай групы", "시범반 인력")),
    Booking("b", "training", "disbursement", 4, 15, "38000.00", "Transfer 0715", four("First course", "Первый курс", "Першы курс", "1차 교육")),
    Booking("a", "training", "receipt", 4, 24, "37910.00", "Notice 2214", four("First course, received", "Первый курс, поступление", "Першы курс, паступленне", "1차 교육 수령"), answers=4),
    Booking("b", "contractor", "expenditure", 4, 20, "41000.00", "Transfer 0722", four("Draft of the standard", "Проект стандарта", "Праект стандарту", "표준 초안")),
    Booking("b", "software", "expenditure", 3, 8, "85000000", "Transfer 0811", four("Licences, first half", "Лицензии, первая половина", "Ліцэнзіі, першая палова", "라이선스 1차")),
    Booking("a", "store", "expenditure", 2, 22, "210000.00", "Invoice 88", four("Store, first site", "Хранилище, первая площадка", "Сховішча, першая пляцоўка", "저장장치 1차")),
    Booking("a", "staff", "expenditure", 2, 27, "128000.00", "Payroll Q3", four("Salaries of three months", "Заработная плата за три месяца", "Заработная плата за тры месяцы", "3개월 급여")),
    Booking("b", "advisors", "in_kind", 2, 26, "24000.00", "Statement 3", four("Advisors, third quarter", "Советники, третий квартал", "Дарадцы, трэці квартал", "자문관 3분기"), days="40.0"),
    Booking("a", "premises", "in_kind", 2, 26, "30000.00", "Statement 9", four("Server rooms, half a year", "Серверные помещения, полгода", "Серверныя памяшканні, паўгода", "전산실 반년")),
    Booking("a", "training", "expenditure", 3, 10, "36400.00", "Report 12", four("First course held", "Первый курс проведён", "Першы курс праведзены", "1차 교육 집행")),
    Booking("b", "contractor", "expenditure", 0, 12, "20000.00", "Transfer 1103", four("Transfer tools", "Инструменты передачи", "Інструменты перадачы", "이관 도구"), is_draft=True),
    Booking("a", "store", "expenditure", 0, 13, "45000.00", "Invoice 131", four("Cabling of the second site", "Кабельная сеть второй площадки", "Кабельная сетка другой пляцоўкі", "2차 장소 배선"), is_draft=True),
)  # fmt: skip
DIFFERENCE = four(
    "The bank kept a fee of 90 US dollars.",
    "Банк удержал комиссию 90 долларов США.",
    "Банк утрымаў камісію 90 долараў ЗША.",
    "은행 수수료 미화 90달러가 공제되었다.",
)


PACKAGES = {
    "1": four("Standard for datasets", "Стандарт наборов данных", "Стандарт набораў даных", "데이터세트 표준"),
    "2": four("Training", "Обучение", "Навучанне", "교육"),
    "3": four("Pilot store", "Пилотное хранилище", "Пілотнае сховішча", "시범 저장소"),
    "4": four("Transfer and test", "Передача и испытание", "Перадача і выпрабаванне", "이관과 시험"),
    "5": four("Report", "Отчёт", "Справаздача", "보고"),
}


class Work(NamedTuple):
    """A line of the schedule: number, kind, name, whose, weeks from the start, working days, after what, how far."""

    number: str
    kind: str
    name: Text
    owner: str
    week: int
    days: int
    after: tuple[str, ...] = ()
    progress: int = 0
    is_done: bool = False
    note: str = ""


WORKS = (
    Work("1.1", "task", four("Draft the dataset standard", "Разработать проект стандарта наборов данных", "Распрацаваць праект стандарту набораў даных", "데이터세트 표준 초안 작성"), "b", 0, 45, (), 100, True),
    Work("1.2", "meeting", four("Joint reading of the draft", "Совместное рассмотрение проекта", "Сумесны разгляд праекта", "초안 공동 검토"), "both", 9, 3, ("1.1",), 100, True),
    Work("1.3", "milestone", four("Standard adopted", "Стандарт принят", "Стандарт прыняты", "표준 채택"), "a", 11, 0, ("1.2",), 100, True),
    Work("2.1", "task", four("First course, in Minsk", "Первый курс, в Минске", "Першы курс, у Мінску", "1차 교육(민스크)"), "b", 13, 10, ("1.2",), 100, True),
    Work("2.2", "task", four("Second course, in Daejeon", "Второй курс, в Тэджоне", "Другі курс, у Тэджоне", "2차 교육(대전)"), "b", 20, 10, ("2.1",), 100, True),
    Work("3.1", "task", four("Equip the first site", "Оснастить первую площадку", "Аснасціць першую пляцоўку", "1차 장소 설치"), "a", 12, 55, ("1.3",), 100, True),
    Work("3.2", "task", four("Equip the second site", "Оснастить вторую площадку", "Аснасціць другую пляцоўку", "2차 장소 설치"), "a", 22, 40, ("3.1",), 35, False, "The store waits at customs."),
    Work("3.3", "milestone", four("Pilot store delivered", "Пилотное хранилище сдано", "Пілотнае сховішча здадзена", "시범 저장소 인도"), "a", 30, 0, ("3.2",)),
    Work("4.1", "task", four("Transfer four databases", "Передать четыре базы данных", "Перадаць чатыры базы даных", "데이터베이스 4건 이관"), "both", 26, 35, ("1.3", "2.2"), 25),
    Work("4.2", "meeting", four("Joint test without the source systems", "Совместное испытание без исходных систем", "Сумеснае выпрабаванне без зыходных сістэм", "원 시스템 없는 공동 시험"), "both", 34, 4, ("4.1", "3.3")),
    Work("5.1", "task", four("Final report to the committee", "Итоговый отчёт комитету", "Выніковая справаздача камітэту", "위원회 최종보고"), "both", 36, 15, ("4.2",)),
)  # fmt: skip


class Gauge(NamedTuple):
    """An indicator of a result: code, name, unit, what is counted, who reports, baseline, target and values by quarter.

    The first value is that of the quarter before last, the second that of the last one; none where it is missing.
    """

    code: str
    level: str
    result: Text
    name: Text
    unit: str
    counted: Text
    over_time: str
    owner: str
    baseline: str
    targets: tuple[str, str, str]
    values: tuple[str | None, str | None]
    evidence: str
    parts: tuple[tuple[str, str], ...] = ()


GAUGES = (
    Gauge("ARC-1", "2", four("Agencies can hand over databases without the source system", "Органы могут передавать базы данных без исходной системы", "Органы могуць перадаваць базы даных без зыходнай сістэмы", "기관이 원 시스템 없이 데이터베이스를 이관할 수 있다"), four("Agencies that have handed over a database", "Органы, передавшие базу данных", "Органы, якія перадалі базу даных", "데이터베이스를 이관한 기관"), "number", four("agencies", "органы", "органы", "기관"), "last", "a", "0", ("2", "4", "12"), ("1", "4"), "Transfer certificates no. 1–4"),
    Gauge("STD-1", "1", four("A standard for managing datasets", "Стандарт управления наборами данных", "Стандарт кіравання наборамі даных", "데이터세트 관리 표준"), four("Versions of the standard adopted", "Принятые версии стандарта", "Прынятыя версіі стандарту", "채택된 표준 판"), "number", four("versions", "версии", "версіі", "판"), "last", "both", "0", ("1", "1", "1"), ("1", "1"), "Order no. 84 of the archive"),
    Gauge("TRN-1", "1", four("Archivists trained and tested", "Обученные и аттестованные архивисты", "Навучаныя і атэставаныя архівісты", "교육·평가를 마친 기록관리자"), four("People who passed the test of a course", "Люди, сдавшие итоговый тест курса", "Людзі, якія здалі выніковы тэст курса", "교육 평가를 통과한 인원"), "number", four("people", "человек", "чалавек", "명"), "sum", "b", "0", ("20", "20", "20"), ("19", "19"), "Test results, signed by both leaders", (("women", "12"), ("men", "7"))),
    Gauge("STO-1", "1", four("A pilot store at two sites", "Пилотное хранилище на двух площадках", "Пілотнае сховішча на дзвюх пляцоўках", "2개소 시범 저장소"), four("Terabytes under care", "Терабайты на хранении", "Тэрабайты на захоўванні", "보존 중인 용량"), "number", four("terabytes", "терабайты", "тэрабайты", "테라바이트"), "last", "a", "0", ("10", "25", "40"), ("2", "6"), "Monthly reading of the store"),
)  # fmt: skip


class Peril(NamedTuple):
    """A risk, as it was judged at first and last."""

    group: str
    cause: Text
    event: Text
    effect: Text
    owner: str
    treatment: str
    measures: Text
    first: tuple[int, int]
    last: tuple[int, int]
    note: str


PERILS = (
    Peril("people", four("agencies do not release the owners of their databases", "органы не выделят владельцев баз данных", "органы не вылучаць уладальнікаў баз даных", "기관이 데이터베이스 담당자를 참여시키지 않음"), four("no test transfer takes place", "пробная передача не состоится", "пробная перадача не адбудзецца", "시험 이관이 이루어지지 않음"), four("the standard stays untested", "стандарт останется непроверенным", "стандарт застанецца неправераным", "표준이 검증되지 않음"), "a", "reduce", four("A letter of the ministry to twelve agencies.", "Письмо министерства двенадцати органам.", "Ліст міністэрства дванаццаці органам.", "12개 기관에 부처 공문 발송."), (3, 3), (3, 3), "The letter was sent; eight have answered."),
    Peril("law", four("terms differ between the two language versions", "термины двух языковых версий расходятся", "тэрміны дзвюх моўных версій разыходзяцца", "두 언어본의 용어가 다름"), four("each side accepts another text", "стороны принимают разные тексты", "бакі прымаюць розныя тэксты", "양측이 서로 다른 문서를 수락함"), four("acceptance is delayed", "приёмка задерживается", "прыёмка затрымліваецца", "인수가 늦어짐"), "both", "reduce", four("A joint glossary of 120 terms.", "Совместный глоссарий из 120 терминов.", "Сумесны гласарый са 120 тэрмінаў.", "용어 120개의 공동 용어집."), (3, 3), (2, 3), "The glossary is in use."),
    Peril("schedule", four("the store does not pass customs in time", "хранилище не пройдёт таможню вовремя", "сховішча не пройдзе мытню своечасова", "저장장치가 제때 통관되지 않음"), four("the second site opens in the next year", "вторая площадка откроется в следующем году", "другая пляцоўка адкрыецца ў наступным годзе", "2차 장소가 다음 해에 열림"), four("money of this year lapses", "средства этого года будут утрачены", "сродкі гэтага года будуць страчаны", "올해 예산이 불용됨"), "a", "reduce", four("Delivery in two parts, by decision of the committee.", "Поставка в два этапа по решению комитета.", "Пастаўка ў два этапы паводле рашэння камітэта.", "위원회 의결에 따른 분할 납품."), (3, 4), (4, 4), "The papers of the second part are not complete."),
    Peril("security", four("the store is reached from the open network", "хранилище доступно из открытой сети", "сховішча даступнае з адкрытай сеткі", "저장소가 개방망에서 접근됨"), four("records can be changed unnoticed", "документы можно незаметно изменить", "дакументы можна незаўважна змяніць", "기록이 몰래 변경될 수 있음"), four("they lose their worth as proof", "они теряют доказательную силу", "яны губляюць доказную сілу.", "증거력을 잃음"), "both", "avoid", four("A closed network and checksums from the first day.", "Закрытая сеть и контрольные суммы с первого дня.", "Закрытая сетка і кантрольныя сумы з першага дня.", "첫날부터 폐쇄망과 체크섬 사용."), (2, 5), (1, 5), "The network was tested by both sides."),
)  # fmt: skip
TROUBLE = four(
    "The customs papers of the second part lack the certificate of conformity.",
    "В таможенных документах второй части нет сертификата соответствия.",
    "У мытных дакументах другой часткі няма сертыфіката адпаведнасці.",
    "2차분 통관서류에 적합성 인증서가 없다.",
)


class Product(NamedTuple):
    """A deliverable: name, when it is accepted, by which side, months from today, what happened (accepted, waiting, "")."""

    name: Text
    criteria: Text
    side: str
    due: int
    state: str
    note: str
    silence: bool = False


PRODUCTS = (
    Product(four("Standard for managing datasets", "Стандарт управления наборами данных", "Стандарт кіравання наборамі даных", "데이터세트 관리 표준"), four("Both language versions say the same; the archive adopts it by order.", "Обе языковые версии идентичны; архив принимает стандарт приказом.", "Абедзве моўныя версіі ідэнтычныя; архіў прымае стандарт загадам.", "두 언어본이 일치하고 기록관이 명령으로 채택한다."), "b", -5, "accepted", "Second reading, terms of the joint glossary."),
    Product(four("Report on both courses", "Отчёт о двух курсах", "Справаздача аб двух курсах", "교육 결과보고서"), four("Results of the tests and an evaluation are annexed.", "Приложены результаты тестов и оценка.", "Дададзены вынікі тэстаў і ацэнка.", "평가 결과와 만족도 조사를 첨부한다."), "b", -2, "accepted", "With the list of those who passed."),
    Product(four("Pilot store, first site", "Пилотное хранилище, первая площадка", "Пілотнае сховішча, першая пляцоўка", "시범 저장소 1차 장소"), four("Ten terabytes are written, read and compared.", "Десять терабайт записаны, прочитаны и сверены.", "Дзесяць тэрабайт запісаны, прачытаны і звераны.", "10테라바이트를 기록하고 읽어 대조한다."), "a", -1, "waiting", "Protocol of the test of the first site."),
    Product(four("Report on the transfer of four databases", "Отчёт о передаче четырёх баз данных", "Справаздача аб перадачы чатырох баз даных", "데이터베이스 4건 이관 보고서"), four("Each database is read without its system.", "Каждая база данных читается без исходной системы.", "Кожная база даных чытаецца без зыходнай сістэмы.", "각 데이터베이스를 원 시스템 없이 읽는다."), "a", 1, "", ""),
)  # fmt: skip

# What each leader wrote of the last quarter, in two languages; side, then part.
REPORT = {
    "a": {
        "summary": {"ru": "Стандарт принят и применяется четырьмя органами. Первая площадка хранилища работает, вторая задерживается на таможне.", "en": "The standard has been adopted and four agencies use it. The first site works; the second is held up at customs."},
        "done": {"ru": "Сделано: передача первых четырёх баз данных подготовлена. Задержано: поставка второй части, нет сертификата соответствия.", "en": "Done: transfer of the first four databases prepared. Delayed: the second part, for want of a certificate of conformity."},
        "ahead": {"ru": "Оснастить вторую площадку, завершить передачу, провести совместное испытание.", "en": "Equip the second site, finish the transfer, hold the joint test."},
        "asked": {"ru": "Согласовать перенос средств второй площадки на первый квартал.", "en": "Agree to carry the money of the second site over to the first quarter."},
    },
    "b": {
        "summary": {"ko": "두 차례의 교육을 마쳤고 38명이 평가를 통과하였다. 소프트웨어는 1차분이 설치되었다.", "en": "Both courses were held and 38 people passed. The first half of the software is installed."},
        "done": {"ko": "추진: 표준 2판, 교육 2회. 지연: 없음.", "en": "Done: second reading of the standard, two courses. Delayed: nothing."},
        "ahead": {"ko": "이관 도구 인도, 공동 시험 지원.", "en": "Hand over the transfer tools, support the joint test."},
        "asked": {"ko": "없음.", "en": "None."},
    },
}  # fmt: skip
