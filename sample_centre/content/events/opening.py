"""The opening of the centre: Minsk, 28 March 2017, about fifty people. All of them are fictional."""

from events.enums import PartRole, SessionKind
from sample_centre.content.countries import four
from sample_centre.content.events.forms import Line, Speaker

NAME = four(
    "Opening of the Belarusian-Korean IT Cooperation Centre",
    "Открытие Белорусско-корейского центра сотрудничества в сфере ИТ",
    "Адкрыццё Беларуска-карэйскага цэнтра супрацоўніцтва ў сферы ІТ",
    "벨라루스-한국 IT협력센터 개소식",
)
DESCRIPTION = four(
    "The ministry and the agency open the centre that their agreement of 9 September 2016 provides for. Its task is to help Belarus build its information society on the experience of the Republic of Korea: by advice, by shared practice and by joint projects.",
    "Министерство и агентство открывают центр, предусмотренный соглашением от 9 сентября 2016 года. Его задача – помогать Беларуси развивать информационное общество с учётом опыта Республики Корея: консультациями, обменом практикой и совместными проектами.",
    "Міністэрства і агенцтва адкрываюць цэнтр, прадугледжаны пагадненнем ад 9 верасня 2016 года. Яго задача – дапамагаць Беларусі развіваць інфармацыйнае грамадства з улікам вопыту Рэспублікі Карэя: кансультацыямі, абменам практыкай і сумеснымі праектамі.",
    "2016년 9월 9일 협정에 따라 부처와 진흥원이 센터를 엽니다. 센터는 자문, 사례 공유, 공동사업을 통해 벨라루스가 대한민국의 경험을 바탕으로 정보사회를 건설하도록 돕습니다.",
)
AGREEMENT = "Agreement of 9 September 2016 on the cooperation centre"
CITY = four("Minsk", "Минск", "Мінск", "민스크")
VENUE = four(
    "Beltelecom, conference hall",
    "РУП «Белтелеком», конференц-зал",
    "РУП «Белтэлекам», канферэнц-зала",
    "벨텔레콤 회의장",
)
ROOMS = {"hall": (four("Conference hall", "Конференц-зал", "Канферэнц-зала", "회의장"), 80)}
GUESTS = (("BY", 36), ("KR", 14))
SEATS = 60

SPEAKERS = {
    "siniak": Speaker(account="director_by_2017"),
    "seo": Speaker(account="director_kr_2017"),
    "tsoi": Speaker(account="translator", interprets=("ko", "ru")),
}
SESSIONS = (
    Line("ceremony", 0, "11:00", "12:00", SessionKind.CEREMONY, four("Opening ceremony", "Церемония открытия", "Цырымонія адкрыцця", "개소식"), "hall", "", ("ru", "ko"), (("siniak", PartRole.SPEAKER), ("seo", PartRole.SPEAKER), ("tsoi", PartRole.INTERPRETER)), "", four("Words of both sides, the plate at the door, a walk through the rooms.", "Слово обеих сторон, табличка у входа, осмотр помещений.", "Слова абодвух бакоў, таблічка ля ўвахода, агляд памяшканняў.", "양측 인사말, 현판식, 시설 관람.")),
)  # fmt: skip
