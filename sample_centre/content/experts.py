"""What the advisors know, and the words in which people agree to what is kept about them."""

from typing import NamedTuple

from people.enums import Purpose
from sample_centre.content.countries import four

AREAS = {
    "services": four("Electronic services", "Электронные услуги", "Электронныя паслугі", "전자 서비스"),
    "archives": four("Documents and archives", "Документы и архивы", "Дакументы і архівы", "문서와 기록"),
    "security": four("Information security", "Информационная безопасность", "Інфармацыйная бяспека", "정보보호"),
    "cloud": four("Cloud and data centres", "Облако и центры обработки данных", "Воблака і цэнтры апрацоўкі даных", "클라우드와 전산센터"),
    "trade": four("Electronic trade and customs", "Электронная торговля и таможня", "Электронны гандаль і мытня", "전자무역과 통관"),
    "regions": four("Regions and cities", "Регионы и города", "Рэгіёны і гарады", "지역과 도시"),
}  # fmt: skip


class Expert(NamedTuple):
    """A profile: areas and languages with levels, systems, years, and when the person is free (days from today)."""

    areas: dict[str, int]
    languages: dict[str, str]
    systems: str
    years: int
    free: tuple[int, int, str]


EXPERTS = {
    "advisor_kr": Expert({"services": 3, "archives": 3}, {"ko": "first", "en": "working"}, "Government24 정부24\nOn-nara BPS 온나라", 14, (30, 58, "Two weeks at most.")),
    "advisor2_kr": Expert({"cloud": 3, "security": 2}, {"ko": "first", "en": "working", "ru": "basic"}, "NIRS 국가정보자원관리원\nG-Cloud", 11, (45, 66, "")),
    "advisor3_kr": Expert({"services": 2, "regions": 3}, {"ko": "first", "en": "working"}, "INVIL 정보화마을\nSaeol 새올", 9, (20, 40, "Online only.")),
    "advisor4_kr": Expert({"trade": 3}, {"ko": "first", "en": "working"}, "uTradeHub\nUNI-PASS 유니패스", 16, (70, 90, "")),
}  # fmt: skip

CONSENTS = {
    Purpose.NOTICE: four(
        "The centre keeps your name, work address, posts and languages, and what you write and decide here, so that it stays known who asked, answered and decided. Those who work on the same requests see your name and post. When your post ends, your rights end; your acts stay in the record.",
        "Центр хранит Ваше имя, рабочий адрес, должности и языки, а также то, что Вы здесь пишете и решаете, чтобы было известно, кто спрашивал, отвечал и решал. Ваше имя и должность видят те, кто работает над теми же запросами. С окончанием полномочий прекращаются Ваши права; Ваши действия остаются в журнале.",
        "Цэнтр захоўвае Ваша імя, працоўны адрас, пасады і мовы, а таксама тое, што Вы тут пішаце і вырашаеце, каб было вядома, хто пытаўся, адказваў і вырашаў. Ваша імя і пасаду бачаць тыя, хто працуе над тымі ж запытамі. Калі паўнамоцтвы скончацца, скончацца і Вашы правы; Вашы дзеянні застаюцца ў журнале.",
        "센터는 누가 요청하고 답하고 결정했는지를 남기기 위해 귀하의 이름, 업무용 주소, 직위, 사용 언어와 이곳에 작성하고 결정한 내용을 보관합니다. 같은 요청을 맡은 사람만 귀하의 이름과 직위를 봅니다. 직위가 끝나면 권한도 끝나며, 귀하가 한 일은 기록에 남습니다.",
    ),
    Purpose.LISTING: four(
        "Officers and co-directors of the centre may find my expert profile in the roster and propose me as an advisor. I may withdraw this at any time; my profile then disappears from the roster at once.",
        "Координаторы программ и содиректора центра могут находить мой профиль в реестре экспертов и предлагать меня в качестве советника. Я могу отозвать согласие в любое время; профиль сразу исчезнет из реестра.",
        "Каардынатары праграм і садырэктары цэнтра могуць знаходзіць мой профіль у рэестры экспертаў і прапаноўваць мяне ў якасці дарадцы. Я магу адклікаць згоду ў любы час; профіль адразу знікне з рэестра.",
        "센터의 사업 담당관과 공동센터장이 전문가 풀에서 제 소개를 찾아 저를 자문관으로 제안할 수 있습니다. 이 동의는 언제든지 철회할 수 있으며, 철회하면 바로 전문가 풀에서 사라집니다.",
    ),
}  # fmt: skip
