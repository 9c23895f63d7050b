"""What of the languages lies on whose desk."""

from django.utils import translation as spoken

from people.models import User
from practices.actions.translating import check_translation, hand_over_translation, send_back_translation, translate
from practices.desk import lay
from tests.practices.builders import sections_in
from tests.practices.languages.conftest import address, change, form_of, in_russian


def mine(user):
    with spoken.override("en"):
        return [(str(one.act), one.url) for one in lay(User.objects.get(pk=user.pk), 5).mine]


def test_it_goes_from_desk_to_desk(published, translator, checker, advisor_kr):
    write = ("Go on with the translation.", address("translate", published))
    check = ("Check the translation.", address("check_translation", published))

    def desks():
        return mine(translator), mine(checker)

    assert desks() == ([], [])
    row = translate(in_russian(published), by=translator, **form_of(in_russian(published), **sections_in("ru")))
    assert desks() == ([write], [])
    row = hand_over_translation(row, by=translator)
    assert desks() == ([], [check])
    row = send_back_translation(row, by=checker, reason="Числа")
    assert desks() == ([write], [])
    row = hand_over_translation(row, by=translator)
    check_translation(row, by=checker, seen=row.lock)
    assert desks() == ([], [])
    change(published, advisor_kr, lessons="달라졌다.")
    assert desks() == ([write], [])
