
import pytest
from pathlib import Path
from django.test import Client
pytestmark = pytest.mark.usefixtures("sample")
def test_dump():
    for path,name in (("/","home"),("/map/","map"),("/practices/","practices")):
        for lang in ("en","ko","ru"):
            html = Client().get(path, {"lang": lang}).content.decode()
            html = html.replace("/static/", "file:///tmp/s67/static/")
            Path(f"/tmp/s67_shot_{name}_{lang}.html").write_text(html)
