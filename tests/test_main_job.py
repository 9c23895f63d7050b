"""The main job from end to end through the screens: Russian on one side, Korean on the other."""

from typing import Any

import pytest
from django.test import Client

from consultations.enums import Status
from consultations.models import Consultation, Topic
from people.models import User
from tests.cast import sign_in


def post(client: Client, path: str, **data: Any) -> Any:
    """Send a form; what does not lead on is shown with what it says."""
    answer = client.post(path, data)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer


@pytest.mark.django_db
def test_a_ministry_gets_its_answer(
    official_by: User,
    contact_by: User,
    director_by: User,
    director_kr: User,
    officer: User,
    advisor_kr: User,
) -> None:
    topic = Topic.objects.create(name={"en": "Records and archives"})
    official = sign_in(official_by)
    draft = post(official, "/consultations/new/")["Location"].removesuffix("edit/body/")
    number = Consultation.objects.get().pk

    def seen() -> int:
        return Consultation.objects.get(pk=number).revision

    post(
        official,
        f"{draft}edit/body/",
        seen=seen(),
        organisation=official_by.standing.organisation.pk,
        signatory_name="Волкава Алена",
        language="ru",
    )
    post(
        official,
        f"{draft}edit/questions/",
        seen=seen(),
        title="Форматы постоянного хранения",
        topic=topic.pk,
        state_of_play="Документы хранятся в PDF/A и TIFF.",
        q1="Какие форматы принимаются на постоянное хранение?",
        q2="Кто удостоверяет копию?",
        expected_result="Проект постановления.",
    )
    post(official, f"{draft}edit/dates/", seen=seen(), type="written_opinion")
    post(official, f"{draft}edit/context/", seen=seen(), languages=["ru"])
    assert official.get(f"{draft}check/").status_code == 200
    post(official, f"{draft}check/")
    assert official.get(f"{draft}sent/").status_code == 200

    record = post(sign_in(contact_by), f"{draft}forward/", opinion="Поддерживаем.")["Location"]
    for director in (director_by, director_kr):
        page = sign_in(director).get(record)
        assert page.status_code == 200
        post(sign_in(director), f"{record}decide/", verdict="accept")
    post(sign_in(officer), f"{record}assign/", lead=advisor_kr.pk)

    advisor = sign_in(advisor_kr)
    post(advisor, f"{record}ask/", text="저장 매체는 무엇입니까?", language="ko")
    message = Consultation.objects.get().messages.get()
    post(sign_in(officer), f"{record}message/{message.pk}/translate/", text="Какие носители?", language="ru")
    post(official, f"{record}reply/", text="Ленты и диски.", language="ru")
    post(
        advisor,
        f"{record}answer/",
        seen=0,
        language="ko",
        t1="보존 포맷은 두 가지 목록으로 관리합니다.",
        t2="기록관의 장이 인증합니다.",
        hand_over="1",
    )
    post(
        sign_in(officer),
        f"{record}answer/translate/",
        t1="Форматы ведутся в двух перечнях.",
        t2="Удостоверяет руководитель архива.",
        hand_over="1",
    )
    assert "Форматы ведутся" not in official.get(record).content.decode()
    checked = sign_in(officer).get(f"{record}answer/check/")
    post(sign_in(officer), f"{record}answer/check/", seen=checked.context["stamp"])
    shown = official.get(record).content.decode()
    assert "보존 포맷은" in shown
    assert "Форматы ведутся" in shown
    post(official, f"{record}accept/", usefulness="5", feedback="Спасибо.")

    closed = Consultation.objects.get()
    assert (closed.status, closed.usefulness, closed.due_at) == (Status.CLOSED, 5, None)
    assert [clock.was_met for clock in closed.clocks.all()] == [True] * closed.clocks.count()
    for person in (official_by, contact_by, director_by, director_kr, officer, advisor_kr):
        for path in ("/desk/", "/consultations/", "/consultations/?state=all&q=форматы", "/search/?q=보존", record):
            assert sign_in(person).get(path).status_code == 200, (person, path)
