# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from friedensplatz.accounts.models import Membership, Role, User
from friedensplatz.pages.actions import save_draft, submit_for_review
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.publishing import publish
from friedensplatz.pages.tests.conftest import approved, section, written
from friedensplatz.pages.tests.test_writing import queries_of

State = Revision.State


@pytest.fixture
def edith(cast):
    """A second editor of eva's office."""
    user = User.objects.create(email="edith@city.example", name="Edith")
    Membership.objects.create(user=user, team=cast.office.team, role=Role.EDITOR)
    return user


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def eva(cast):
    return client_of(cast.eva)


def deed(client, page, name, number=1, **answers):
    return client.post(f"/en/desk/pages/{page.pk}/deed/{name}/", {"number": number, **answers}, follow=True)


def test_a_page_begins_with_a_title_and_an_office(eva, cast):
    response = eva.post("/en/desk/pages/new/", {"title": "Wohnen für Ältere", "office": cast.office.pk})
    page = Page.objects.get()
    assert response["Location"] == f"/en/desk/pages/{page.pk}/"
    assert (page.slug, page.title, page.owner) == ("wohnen-fuer-aeltere", {"de": "Wohnen für Ältere"}, cast.eva)


def test_a_second_page_of_one_name_is_refused_and_what_was_typed_stays(eva, make_page, cast):
    make_page("kumasi")
    html = eva.post("/en/desk/pages/new/", {"title": "Kumasi", "office": cast.office.pk}).content.decode()
    assert "There is a page with this title already." in html
    assert 'value="Kumasi"' in html


def test_nobody_makes_a_page_of_an_office_they_do_not_look_after(eva, cast):
    response = eva.post("/en/desk/pages/new/", {"title": "Fremd", "office": cast.other_office.pk})
    assert response.status_code == 200
    assert not Page.objects.exists()


def test_a_draft_goes_its_way_from_writing_to_readers(eva, edith, make_page):
    page = make_page(live=False)
    deed(eva, page, "submit")
    html = deed(eva, page, "approve").content.decode()
    assert "You wrote it yourself. Somebody else has to look." in html
    deed(client_of(edith), page, "approve", comment="Gut.")
    deed(eva, page, "publish")
    page.refresh_from_db()
    assert (page.state, page.live.state, page.live.comment) == (Page.State.LIVE, State.APPROVED, "Gut.")


def test_a_draft_is_sent_back_only_with_a_reason(eva, edith, make_page):
    page = make_page(live=False)
    deed(eva, page, "submit")
    assert "form-errors" not in deed(client_of(edith), page, "reject").content.decode()
    assert page.revisions.get().state == State.IN_REVIEW
    html = deed(client_of(edith), page, "reject", comment="Die Zahl stimmt nicht.").content.decode()
    assert "Die Zahl stimmt nicht." in html
    assert page.revisions.get().state == State.REJECTED


def test_nothing_is_approved_that_nobody_saw(eva, edith, make_page, cast):
    page = make_page(live=False)
    deed(eva, page, "submit")
    save_draft(page, written("Neu"), based_on=1, by=cast.eva)
    assert "That is not possible any more" in deed(client_of(edith), page, "approve").content.decode()
    assert [one.state for one in page.revisions.all()] == [State.DRAFT, State.DRAFT], "the first waits no more"


def test_publication_is_planned_when_a_time_is_given(eva, make_page, cast):
    page = make_page(live=False)
    approved(page, cast)
    later = timezone.localtime() + dt.timedelta(days=2)
    deed(eva, page, "publish", at=f"{later:%Y-%m-%dT%H:%M}")
    page.refresh_from_db()
    assert (page.state, page.publish_at) == (Page.State.PLANNED, later.replace(second=0, microsecond=0))


def test_a_page_that_lacks_something_says_what_and_is_not_published(eva, make_page, cast):
    page = make_page(live=False, summary={})
    approved(page, cast)
    html = deed(eva, page, "publish").content.decode()
    assert "Before it can be published:" in html
    assert f'<a href="/en/desk/pages/{page.pk}/#f-summary">In one or two sentences</a>' in html
    page.refresh_from_db()
    assert page.live is None


def test_a_page_is_withdrawn_confirmed_and_put_into_the_archive(eva, make_page):
    page = make_page()
    deed(eva, page, "confirm", review_by="2030-01-01")
    page.refresh_from_db()
    assert page.review_by == dt.date(2030, 1, 1)
    deed(eva, page, "withdraw")
    page.refresh_from_db()
    assert page.state == Page.State.WITHDRAWN
    response = deed(eva, page, "delete")
    assert response.redirect_chain[-1][0] == f"/en/desk/pages/{page.pk}/review/"
    page.refresh_from_db()
    assert page.state == Page.State.ARCHIVED


def test_the_review_shows_what_is_new_beside_what_everybody_reads(eva, make_page, cast):
    page = make_page(sections=[section("text", text={"de": "<p>Offen um acht</p>"})])
    changed = written(sections=[section("text", text={"de": "<p>Offen um neun</p>"})])
    save_draft(page, changed, based_on=1, by=cast.eva)
    html = eva.get(f"/en/desk/pages/{page.pk}/review/").content.decode()
    assert '<del><span class="kern-sr-only">[removed: </span>acht<span class="kern-sr-only">]</span></del>' in html
    assert '<ins><span class="kern-sr-only">[added: </span>neun<span class="kern-sr-only">]</span></ins>' in html


def test_two_revisions_are_compared_and_an_old_one_is_taken_up_again(eva, make_page, cast):
    page = make_page(title="Eins", live=False)
    for number, title in enumerate(("Zwei", "Drei"), 1):
        save_draft(page, written(title), based_on=number, by=cast.eva)
    html = eva.get(f"/en/desk/pages/{page.pk}/history/?old=1&new=2").content.decode()
    assert "Take draft 1 up again" in html
    assert ">Zwei<" in html
    assert "Drei" not in html.partition("</h1>")[2]
    eva.post(f"/en/desk/pages/{page.pk}/restore/1/")
    assert page.revisions.latest("number").content["title"] == {"de": "Eins"}
    assert page.revisions.count() == 4


def test_strange_numbers_show_the_usual_comparison(eva, make_page):
    page = make_page()
    for wrong in ("?old=9", "?old=x&new=-1", "?old=99999999999999999999"):
        assert eva.get(f"/en/desk/pages/{page.pk}/history/{wrong}").status_code == 200
    assert deed(eva, page, "publish", number="x").status_code == 200
    assert deed(eva, page, "publish", number="99").status_code == 404
    assert deed(eva, page, "fly").status_code == 404


def test_a_draft_is_shown_in_the_public_template_to_this_house_only(eva, make_page, cast):
    page = make_page(title="Alt")
    save_draft(page, written("Neu") | {"title": {"de": "Neu", "ar": "جديد"}}, based_on=1, by=cast.eva)
    response = eva.get(f"/en/desk/pages/{page.pk}/draft/2/ar/")
    assert "جديد" in response.content.decode()
    assert 'dir="rtl"' in response.content.decode()
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-src 'self'" in eva.get(f"/en/desk/pages/{page.pk}/preview/")["Content-Security-Policy"]
    public = Client().get("/de/pages/kumasi/")
    assert "Neu" not in public.content.decode()
    assert "frame-ancestors 'none'" in public["Content-Security-Policy"]


def test_facts_are_saved_and_a_colleagues_are_not_overwritten_unseen(eva, make_page, cast):
    page = make_page()
    html = eva.get(f"/en/desk/pages/{page.pk}/facts/").content.decode()
    seen = html.split('name="seen" value="')[1].split('"')[0]
    data = {"seen": seen, "office": cast.office.pk, "as_of": "2018", "pins": ["", f"office/{cast.office.pk}", "bad"]}
    assert eva.post(f"/en/desk/pages/{page.pk}/facts/", data).status_code == 302
    page.refresh_from_db()
    assert (page.as_of, page.pins) == ("2018", [f"office/{cast.office.pk}"])
    html = eva.post(f"/en/desk/pages/{page.pk}/facts/", data | {"as_of": "2020"}).content.decode()
    assert "Somebody has changed this meanwhile." in html
    assert 'value="2020"' in html
    seen = html.split('name="seen" value="')[1].split('"')[0]
    eva.post(f"/en/desk/pages/{page.pk}/facts/", data | {"as_of": "2020", "seen": seen})
    page.refresh_from_db()
    assert page.as_of == "2020"


def test_a_page_moves_and_its_old_address_leads_to_the_new_one(eva, make_page):
    page, above = make_page(), make_page("oben")
    eva.post(f"/en/desk/pages/{page.pk}/move/", {"slug": "partnerstadt-kumasi", "parent": above.pk})
    assert Client().get("/de/pages/kumasi/")["Location"] == "/de/pages/partnerstadt-kumasi/"
    html = eva.post(f"/en/desk/pages/{above.pk}/move/", {"slug": "kumasi", "parent": ""}).content.decode()
    assert "Another page has or had this address." in html
    html = eva.post(f"/en/desk/pages/{above.pk}/move/", {"slug": "oben", "parent": page.pk}).content.decode()
    assert "A page cannot stand below itself." in html


def test_the_list_is_narrowed_by_where_a_page_stands(eva, make_page, cast):
    live, written_, waiting = make_page("live"), make_page("geschrieben", live=False), make_page("wartet", live=False)
    submit_for_review(waiting.revisions.first(), by=cast.eva)
    make_page("fremd", office=cast.other_office, live=False)

    def shown(**asked):
        return [page.slug for page in eva.get("/en/desk/pages/", asked).context["slice"].rows]

    assert shown() == ["geschrieben", "live", "wartet"]
    assert shown(stands="live") == [live.slug]
    assert shown(stands="written") == [written_.slug]
    assert shown(stands="review") == [waiting.slug]
    assert shown(stands="archived") == []
    assert shown(words="Wart") == ["wartet"]
    assert shown(stands="nonsense", office="fremd") == ["geschrieben", "live", "wartet"]
    Page.objects.filter(pk=live.pk).update(review_by=timezone.localdate())
    assert shown(due="on") == ["live"]


@pytest.mark.parametrize("address", ["/en/desk/pages/", "/en/desk/pages/{}/history/", "/en/desk/pages/{}/review/"])
def test_lists_ask_the_database_as_often_with_many_rows(eva, make_page, cast, address):
    page = make_page("a", live=False)
    eva.get(address.format(page.pk))
    few = queries_of(eva, address.format(page.pk))
    for number in (1, 2, 3):
        make_page(f"b{number}", live=False)
        save_draft(page, written(f"Titel {number}"), based_on=number, by=cast.eva)
    assert queries_of(eva, address.format(page.pk)) == few


def test_an_approved_page_shows_no_second_approval(eva, make_page, cast):
    page = make_page(live=False)
    publish(approved(page, cast), by=cast.eva)
    assert "deed/approve/" not in eva.get(f"/en/desk/pages/{page.pk}/review/").content.decode()
