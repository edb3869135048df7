# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

import pytest
from django.utils import timezone

from friedensplatz.pages.actions import save_draft, submit_for_review
from friedensplatz.pages.models import Page
from friedensplatz.pages.queries import newest_revision
from friedensplatz.pages.tasks import reviews, submitted
from friedensplatz.pages.tests.conftest import written


def test_a_submitted_page_waits_for_others_than_its_author(make_page, cast):
    page = make_page(live=False)
    assert list(submitted(cast.ada)) == []
    submit_for_review(newest_revision(page), by=cast.eva)
    assert [task.title for task in submitted(cast.ada)] == ["Kumasi"]
    assert list(submitted(cast.eva)) == []
    assert list(submitted(cast.dora)) == []


def test_what_was_written_over_waits_no_more(make_page, cast):
    page = make_page(live=False)
    submit_for_review(newest_revision(page), by=cast.eva)
    save_draft(page, written("Neu"), based_on=1, by=cast.eva)
    assert list(submitted(cast.ada)) == []


@pytest.mark.parametrize(("days", "titles"), [(0, ["Kumasi"]), (13, ["Kumasi"]), (30, [])])
def test_a_page_is_to_be_read_again_in_good_time(make_page, cast, days, titles):
    make_page()
    Page.objects.update(review_by=timezone.localdate() + dt.timedelta(days=days))
    assert [task.title for task in reviews(cast.eva)] == titles
    assert list(reviews(cast.dora)) == []
