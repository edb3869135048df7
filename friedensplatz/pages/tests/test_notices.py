# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.accounts.models import Role
from friedensplatz.directory.models import Office
from friedensplatz.notices.models import Mail
from friedensplatz.pages.actions import approve, reject, submit_for_review
from friedensplatz.pages.models import Page
from friedensplatz.pages.queries import editors_of, newest_revision
from tests.cast import make_user


@pytest.fixture
def mails_of(django_capture_on_commit_callbacks):
    """Who gets a mail from what is done."""

    def of(deed):
        Mail.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        return sorted(Mail.objects.values_list("to", flat=True))

    return of


def test_a_second_person_is_asked_and_the_author_is_told(make_page, cast, mails_of):
    revision = newest_revision(make_page(live=False))
    fred = make_user("fred@city.example", office=cast.office, role=Role.EDITOR)
    assert mails_of(lambda: submit_for_review(revision, by=cast.eva)) == [fred.email]
    assert mails_of(lambda: reject(revision, by=fred, comment="Die Zahl fehlt.")) == [cast.eva.email]
    assert "Die Zahl fehlt." not in Mail.objects.get().body
    mails_of(lambda: submit_for_review(revision, by=cast.eva))
    assert mails_of(lambda: approve(revision, by=fred)) == [cast.eva.email]


def test_editors_of_the_office_above_look_after_one_without_any(make_page, cast):
    below = Office.objects.create(slug="below", kind="office", name={"de": "Darunter"}, parent=cast.office)
    page = make_page(live=False, office=below)
    assert editors_of(page) == [cast.eva]
    assert editors_of(page, but=cast.eva) == [cast.ada]


def test_the_owner_is_reminded_else_the_editors(make_page, cast, mails_of):
    from django.utils import timezone

    from friedensplatz.pages import jobs

    make_page()
    today = timezone.localdate()
    Page.objects.update(review_by=today, owner=cast.lena)
    assert mails_of(lambda: jobs.remind_of_reviews(timezone.now())) == [cast.lena.email]
    Page.objects.update(reminded_of=None, owner=None)
    assert mails_of(lambda: jobs.remind_of_reviews(timezone.now())) == [cast.eva.email]
