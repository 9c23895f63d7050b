"""Files on their way out: to whom, with which headers, and in how much memory."""

import tracemalloc
from urllib.parse import quote

import pytest
from django.core.files.storage import default_storage
from django.test import RequestFactory

from files.actions import remove
from files.views import download
from tests.cast import PEOPLE, sign_in
from tests.core.toy.models import Paper
from tests.files import builders as build


def content(response):
    return b"".join(response.streaming_content)


def test_whoever_may_read_gets_it(get, stored):
    file = stored(name="Отчёт 국가.pdf")
    answer = get("officer", file)
    assert (answer.status_code, content(answer)) == (200, build.pdf())
    assert {name: answer[name] for name in (
        "Content-Type", "Content-Length", "Content-Disposition", "X-Content-Type-Options", "Content-Security-Policy",
        "Cache-Control", "ETag", "Accept-Ranges",
    )} == {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(build.pdf())),
        "Content-Disposition": f"attachment; filename*=utf-8''{quote('Отчёт 국가.pdf')}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
        "ETag": f'"{file.sha256}"',
        "Accept-Ranges": "bytes",
    }  # fmt: skip


def test_everybody_else_meets_nothing(get, stored):
    file = stored()
    met = {who: get(who, file).status_code for who in [*PEOPLE, "visitor"]}
    assert met == {**dict.fromkeys([*PEOPLE, "visitor"], 404), "official_by": 200, "officer": 200}


def test_a_public_one_is_everybodys_and_cached_shortly(get, stored):
    Paper.objects.update(is_public=True)
    file = stored(build.GOOD["txt"], "программа.txt", language="ru")
    answer = get("visitor", file)
    assert (answer.status_code, content(answer)) == (200, build.GOOD["txt"])
    assert (answer["Cache-Control"], answer["Content-Language"]) == ("public, max-age=300", "ru")
    assert get("official_ge", file)["Cache-Control"] == "private, no-store"


def test_a_removed_one_is_gone(get, stored, official_by):
    file = stored()
    remove(file, by=official_by, permission="toy.send")
    assert [get(who, file).status_code for who in ("official_by", "officer")] == [404, 404]


def test_another_name_leads_to_its_own(get, stored):
    file = stored(name="letter.pdf")
    url = f"/files/{file.public_id}/evil.exe"
    assert (get("officer", url).status_code, get("officer", url)["Location"]) == (302, file.get_absolute_url())
    assert [get("official_ge", path).status_code for path in (url, "/files/1/letter.pdf", "/files/")] == [404] * 3


@pytest.mark.parametrize("name", ["100% ответ#1 & 2.pdf", "a%2Fb.pdf", "it's; (x) + ~.pdf"])
def test_every_name_leads_to_its_file(get, stored, name):
    answer = get("officer", stored(name=name))
    assert (answer.status_code, content(answer)) == (200, build.pdf())


def test_it_is_only_read(client, stored, official_by):
    assert sign_in(official_by, client=client).post(stored().get_absolute_url()).status_code == 405


def test_bytes_that_are_not_there(get, stored):
    file = stored()
    default_storage.delete(file.storage_name)
    assert get("officer", file).status_code == 404


def test_asked_for_its_head_only(client, stored, officer):
    answer = sign_in(officer, client=client).head(stored().get_absolute_url())
    assert (answer.status_code, answer.content, answer["Content-Length"]) == (200, b"", str(len(build.pdf())))


def test_unchanged_it_is_not_sent_again(get, stored):
    file = stored()
    tag = f'"{file.sha256}"'
    known = get("officer", file, if_none_match=f'"other", {tag}')
    assert (known.status_code, known.content, known["ETag"]) == (304, b"", tag)
    assert get("officer", file, if_none_match='"other"').status_code == 200
    assert get("official_ge", file, if_none_match=tag).status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "expected"),
    [
        ("bytes=0-3", 206, (0, 4)),
        ("bytes=5-", 206, (5, None)),
        ("bytes=-6", 206, (-6, None)),
        ("bytes=2-999999", 206, (2, None)),
        ("bytes=-999999", 206, (0, None)),
        ("bytes=3-2", 200, (0, None)),
        ("bytes=0-1,4-5", 200, (0, None)),
        ("bytes=-", 200, (0, None)),
        ("lines=1-2", 200, (0, None)),
    ],
)
def test_a_stretch_of_it(get, stored, asked, status, expected):
    data = build.pdf()
    answer = get("officer", stored(), range=asked)
    wanted = data[slice(*expected)]
    assert (answer.status_code, content(answer), answer["Content-Length"]) == (status, wanted, str(len(wanted)))
    if status == 206:
        first = data.index(wanted) if wanted != data else 0
        assert answer["Content-Range"] == f"bytes {first}-{first + len(wanted) - 1}/{len(data)}"


def test_a_stretch_beyond_its_end(get, stored):
    size = len(build.pdf())
    for asked in (f"bytes={size}-", "bytes=-0"):
        answer = get("officer", stored(), range=asked)
        assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{size}")


def test_a_stretch_of_another_version_is_the_whole(get, stored):
    file = stored()
    assert get("officer", file, range="bytes=0-3", if_range='"other"').status_code == 200
    assert get("officer", file, range="bytes=0-3", if_range=f'"{file.sha256}"').status_code == 206


def test_twenty_megabytes_in_constant_memory(stored, official_by):
    size = 20 * 1024 * 1024
    file = stored(build.pdf(b"x" * size))
    request = RequestFactory().get(file.get_absolute_url())
    request.user = official_by
    tracemalloc.start()
    response = download(request, public_id=file.public_id, name=file.name)
    sent = sum(len(piece) for piece in response)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    response.close()
    assert sent == file.size
    assert peak < 1024 * 1024


def test_it_costs_few_queries(get, stored, django_assert_num_queries):
    """Session, person, posts, the row, its rule; a visitor's the last two. What a house reads once is read before."""
    file = stored()
    Paper.objects.update(is_public=True)
    get("visitor", "/")
    with django_assert_num_queries(2):
        get("visitor", file)
    client = get("officer", file).client
    with django_assert_num_queries(5):
        list(client.get(file.get_absolute_url()).streaming_content)
