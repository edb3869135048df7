# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages on paper. What PDF/UA-1 asks of the file is read with pikepdf; veraPDF, which knows it all, is not here."""

import io
import json

import pikepdf
import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils.translation import gettext

from friedensplatz.core.caching import content_changed
from friedensplatz.core.papers.typesetting import missing_letters
from friedensplatz.core.qr import qr_path
from friedensplatz.directory.models import City, Contact, Office
from friedensplatz.search.actions import rebuild_index
from friedensplatz.website.papers import making
from friedensplatz.website.papers.fetching import fetch
from friedensplatz.website.papers.making import MOST_PAGES, NothingThere, paper
from friedensplatz.website.papers.reading import read_page

BABC, MIADO = "/de/offices/babc/", "/de/offices/miado/"


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    caches["papers"].clear()


@pytest.fixture
def office(cast):
    City.objects.create(full_name="Stadt Dortmund")
    texts = {"summary": {"de": "Wir helfen – immer."}, "text": {"de": "Erstens.\n\nZweitens.", "ar": "نحن نساعدكم."}}
    Office.objects.filter(pk=cast.office.pk).update(**texts)
    Contact.objects.create(office=cast.office, phone="0231 1", street="Friedensplatz 1")
    return cast.office


def blocks_of(html):
    return read_page(f'<html lang="de"><body><main>{html}</main></body></html>').blocks


def opened(pdf):
    return pikepdf.open(io.BytesIO(pdf))


def tags_of(node):
    """The names of the structure's elements, in the order they are read."""
    if isinstance(node, pikepdf.Array):
        return [tag for kid in node for tag in tags_of(kid)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [str(node.S)] if "/S" in node else []
    return own + (tags_of(node.K) if "/K" in node else [])


def figures_of(node):
    if isinstance(node, pikepdf.Array):
        return [figure for kid in node for figure in figures_of(kid)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [str(node.get("/Alt", ""))] if node.get("/S") == "/Figure" else []
    return own + (figures_of(node.K) if "/K" in node else [])


def test_words_lists_tables_and_pictures_become_blocks():
    assert blocks_of(
        """<h1>Büro</h1><p>Ein <strong>Satz</strong>
        <a href="/de/">hier</a>.</p><ul><li>a</li><li>b</li></ul><img src="/x.png" alt="Ein Haus"><img src="/y" alt="">"""
    ) == [
        {"kind": "heading", "level": 1, "content": ["Büro"]},
        {
            "kind": "paragraph",
            "content": [
                "Ein ",
                {"kind": "strong", "content": ["Satz"]},
                " ",
                {"kind": "link", "to": "/de/", "content": ["hier"]},
                ".",
            ],
        },
        {
            "kind": "list",
            "ordered": False,
            "entries": [[{"kind": "paragraph", "content": ["a"]}], [{"kind": "paragraph", "content": ["b"]}]],
        },
        {"kind": "picture", "source": "/x.png", "alt": "Ein Haus"},
    ]


def test_a_table_keeps_its_head_and_one_without_becomes_terms():
    (table,) = blocks_of(
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><th scope=row>1</th><td>2</td></tr></table>"
    )
    assert (table["head"], table["width"]) == ([["A"], ["B"]], 2)
    assert table["rows"] == [[[{"kind": "strong", "content": ["1"]}], ["2"]]]
    (terms,) = blocks_of("<table><tr><th>Montag</th><td>8–12</td></tr></table>")
    assert terms["entries"] == [{"term": ["Montag"], "blocks": [{"kind": "paragraph", "content": ["8–12"]}]}]


def test_rows_that_say_how_large_they_are_get_bars_when_all_do():
    head, rows = "<thead><tr><th>A</th></tr></thead>", "<tr data-share=100.0><td>1</td></tr>"
    assert [table.get("bars") for table in blocks_of(f"<table>{head}{rows}</table>")] == [[100.0]]
    assert [table.get("bars") for table in blocks_of(f"<table>{head}{rows}<tr><td>2</td></tr></table>")] == [None]


def test_what_is_not_for_paper_is_left_out():
    hidden = (
        '<form>a</form><nav>b</nav><p class="fp-no-print">c</p><i aria-hidden="true">d</i><p hidden>e</p><svg>f</svg>'
    )
    assert blocks_of(hidden) == []


def test_no_level_of_headings_is_skipped_and_entries_with_headings_are_no_list():
    blocks = blocks_of("<h1>1</h1><h3>2</h3><ul><li><h4>3</h4><p>Text</p></li></ul><h2>4</h2>")
    assert [(block["kind"], block.get("level")) for block in blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", None),
        ("heading", 2),
    ]


def test_another_language_and_direction_are_told():
    (group,) = blocks_of('<div lang="ar" dir="rtl"><p>نص</p></div>')
    assert (group["lang"], group["dir"]) == ("ar", "rtl")
    (line,) = blocks_of("<p><bdi>نص</bdi> <bdi>0231</bdi></p>")
    assert [part["dir"] for part in line["content"] if part != " "] == ["rtl", "ltr"]


@pytest.mark.django_db
def test_only_public_pages_of_this_house_are_fetched(cast):
    assert fetch(BABC).media_type == "text/html"
    for path in ("/de/desk/", "/de/nowhere/", "/de/offices/nowhere/", reverse("concern_start"), "/health", "//x/de/"):
        assert fetch(path) is None, path


@pytest.mark.django_db
def test_a_page_becomes_a_tagged_pdf(office):
    pdf = opened(paper([BABC]))
    assert bool(pdf.Root.MarkInfo.Marked) is True
    assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("de", True)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Büro für Anregungen"
        assert metadata["dc:creator"] == ["Stadt Dortmund"]
    tags = tags_of(pdf.Root.StructTreeRoot)
    assert (tags.count("/H1"), {"/P", "/L", "/Link", "/H2"} <= set(tags)) == (1, True)
    assert figures_of(pdf.Root.StructTreeRoot) == [gettext("QR code of the page's address")]
    fonts = {str(font.BaseFont).split("+")[1] for page in pdf.pages for font in page.Resources.Font.values()}
    assert {name.split("-")[0] for name in fonts} == {"FiraSans"}


@pytest.mark.django_db
def test_arabic_has_letters_and_its_language(office):
    Office.objects.filter(pk=office.pk).update(name={"de": "Büro", "ar": "مكتب"})
    pdf = opened(paper(["/ar/offices/babc/"]))
    fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert any("NotoNaskhArabic" in name for name in fonts)
    assert pdf.open_metadata()["dc:title"] == "مكتب"


@pytest.mark.django_db
def test_several_pages_get_a_table_of_contents(office):
    pdf = opened(paper([BABC, MIADO]))
    tags = tags_of(pdf.Root.StructTreeRoot)
    assert (tags.count("/TOCI"), len(pdf.Root.Outlines.keys()) > 0) == (2, True)


@pytest.mark.django_db
def test_letters_no_font_has_do_not_stop_it(office):
    Office.objects.filter(pk=office.pk).update(summary={"de": "你好 😀 मदद"})
    assert paper([BABC]).startswith(b"%PDF")
    assert missing_letters('the text `"你\\u{1f600}"` could not be displayed with font') == {"你", "😀"}


@pytest.mark.django_db
def test_a_paper_is_kept_until_something_public_changes(office, settings):
    first = paper([BABC])
    assert paper([BABC]) is not None
    Office.objects.filter(pk=office.pk).update(name={"de": "Ganz anderer Name"})
    assert paper([BABC]) == first
    content_changed()
    assert opened(paper([BABC])).open_metadata()["dc:title"] == "Ganz anderer Name"


@pytest.mark.django_db
def test_nothing_is_made_of_nothing():
    with pytest.raises(NothingThere):
        paper(["/de/offices/nowhere/"])


@pytest.mark.django_db
def test_pictures_are_taken_from_this_house_only(office, tmp_path):
    html = read_page("<html><main><h1>B</h1><img src='https://x.example/a.png' alt='x'></main></html>")
    data = making._data({BABC: html}, tmp_path)
    assert [block["kind"] for block in data["pages"][0]["blocks"]] == ["heading"]
    assert json.dumps(data)


@pytest.mark.django_db
def test_ticked_pages_become_one_file(client, office):
    answer = client.get(reverse("take_along_pdf"), {"page": [BABC, MIADO, "/de/desk/", BABC]})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'inline; filename="friedensplatz.pdf"'
    assert client.get(reverse("take_along_pdf"), {"page": BABC})["Content-Disposition"] == 'inline; filename="babc.pdf"'
    assert client.get(reverse("take_along_pdf"), {"page": "/de/desk/"}).status_code == 404


@pytest.mark.django_db
def test_who_asks_while_another_is_made_is_told_to_come_back(client, office):
    with making._making:
        answer = client.get(reverse("take_along_pdf"), {"page": BABC})
    assert (answer.status_code, answer["Retry-After"], answer["Refresh"]) == (503, "2", "2")
    assert client.get(reverse("take_along_pdf"), {"page": BABC}).status_code == 200


@pytest.mark.django_db
def test_pages_are_ticked_in_lists_and_stay_in_the_address(client, office):
    rebuild_index()
    page = client.get(reverse("take_along"), {"page": [BABC], "q": "Integrationszentrum"})
    assert [choice.name for choice in page.context["chosen"]] == ["Büro für Anregungen"]
    assert [choice.address for choice in page.context["found"]] == [MIADO]
    assert BABC not in [choice.address for choice in page.context["offices"]]
    many = [f"/de/offices/o{number}/" for number in range(MOST_PAGES + 1)]
    page = client.get(reverse("take_along"), {"page": many})
    assert (len(page.context["chosen"]), page.context["too_many"]) == (MOST_PAGES, True)
    assert client.cookies == {}


@pytest.mark.django_db
def test_choosing_costs_the_same_for_one_and_for_three_pages(client, office, django_assert_num_queries):
    rebuild_index()
    client.get(reverse("take_along"), {"page": [BABC]})
    with django_assert_num_queries(5) as counted:
        client.get(reverse("take_along"), {"page": [BABC]})
    third = Office.objects.create(slug="dritte", kind="office", name={"de": "Dritte"})
    rebuild_index()
    with django_assert_num_queries(len(counted)):
        client.get(reverse("take_along"), {"page": [BABC, MIADO, f"/de/offices/{third.slug}/"]})


@pytest.mark.django_db
def test_qr_code_leads_to_own_public_pages_only(client, cast, settings):
    answer = client.get("/qr.svg", {"page": BABC})
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/svg+xml", "public, max-age=86400")
    assert str(qr_path(f"{settings.PUBLIC_URL}{BABC}")["d"]) in answer.content.decode()
    for page in ("https://elsewhere.example/", "//elsewhere.example/", "/de/desk/", ""):
        assert client.get("/qr.svg", {"page": page}).status_code == 404


@pytest.mark.django_db
def test_every_public_page_prints_its_address(client, cast, settings):
    for path in (BABC, "/de/", "/de/imprint/"):
        assert f"<p>{settings.PUBLIC_URL}{path}</p>" in client.get(path).content.decode()
    assert "fp-on-paper" not in client.get(reverse("concern_start")).content.decode()
