# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a draft to what everybody reads: a second person looks, somebody publishes, and nothing is lost on the way."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import User
from friedensplatz.core.languages import pick
from friedensplatz.pages.actions import (
    NeedsSecondPerson,
    NotPossible,
    Stale,
    approve,
    reject,
    restore_revision,
    submit_for_review,
)
from friedensplatz.pages.archiving import archive, bring_back
from friedensplatz.pages.comparing import compare
from friedensplatz.pages.content import Content, blank, references
from friedensplatz.pages.desk.access import page_to_edit, revision_to_edit
from friedensplatz.pages.desk.findings import findings_of
from friedensplatz.pages.forms import CommentForm, ConfirmForm, PublishForm, RejectForm
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.plug import cards
from friedensplatz.pages.publishing import NotPublishable, confirm_still_true, problems_of, publish, withdraw
from friedensplatz.pages.wording import passage_label

Deed = Callable[[Revision, User, dict[str, Any]], None]


# Name → form, what is done, what is said afterwards.
DEEDS: dict[str, tuple[type[Any], Deed, Any]] = {
    "submit": (
        CommentForm,
        lambda revision, user, answers: submit_for_review(revision, by=user),
        gettext_lazy("A second person is asked to look."),
    ),
    "approve": (
        CommentForm,
        lambda revision, user, answers: approve(revision, by=user, comment=answers["comment"]),
        gettext_lazy("Approved. It can be published now."),
    ),
    "reject": (
        RejectForm,
        lambda revision, user, answers: reject(revision, by=user, comment=answers["comment"]),
        gettext_lazy("Sent back with your comment."),
    ),
    "publish": (
        PublishForm,
        lambda revision, user, answers: publish(revision, by=user, at=answers["at"]),
        gettext_lazy("Published, or planned for the time you gave."),
    ),
    "withdraw": (
        CommentForm,
        lambda revision, user, answers: withdraw(revision.page, by=user),
        gettext_lazy("Nobody reads it any more. All its revisions are kept."),
    ),
    "confirm": (
        ConfirmForm,
        lambda revision, user, answers: confirm_still_true(revision.page, by=user, review_by=answers["review_by"]),
        gettext_lazy("Thank you. Readers see that it was looked over today."),
    ),
    "delete": (
        CommentForm,
        lambda revision, user, answers: archive(revision.page, by=user),
        gettext_lazy("The page lies in the archive now. If that was a slip, bring it back here."),
    ),
    "bring_back": (
        CommentForm,
        lambda revision, user, answers: bring_back(revision.page, by=user),
        gettext_lazy("The page is back, with its history. Nobody reads it before it is published again."),
    ),
}


@require_safe
@staff_only
def page_review(request: HttpRequest, pk: int) -> HttpResponse:
    """What is new beside what everybody reads, what is missing, and what can be done."""
    return _review(request, page_to_edit(request, pk))


def _review(request: HttpRequest, page: Page, forms: dict[str, Any] | None = None) -> HttpResponse:
    revision = revision_to_edit(page)
    live = page.live.content if page.live else blank()
    shown = {name: form(initial={"number": revision.number}) for name, (form, _deed, _said) in DEEDS.items()}
    problems = [(problem, passage_label(revision.content, problem.passage)) for problem in problems_of(revision)]
    context = {
        "page": page,
        "revision": revision,
        "comparison": compare(live, revision.content, name_of(live, revision.content)),
        "problems": problems,
        "findings": findings_of(revision.content, settings.LANGUAGE_CODE),
        "own": revision.author_id == signed_in(request).pk,
        "forms": shown | (forms or {}),
    }
    return render(request, "pages/page_review.html", context)


def name_of(*contents: Content) -> Callable[[str], str]:
    """What the references of some documents are called, read with one query."""
    found = cards({one.key for content in contents for one in references(content)})
    names = {f"{kind}/{pk}": pick(card.name).text for (kind, pk), card in found.items()}

    def name(reference: str) -> str:
        return names.get(reference) or _("something that is gone")

    return name


@require_POST
@staff_only
def page_deed(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One step of the way. `number` is the revision somebody saw; another one by now makes them look again."""
    page, user = page_to_edit(request, pk), signed_in(request)
    if name not in DEEDS:
        raise Http404
    form_class, deed, said = DEEDS[name]
    form = form_class(request.POST)
    if not form.is_valid():
        return _review(request, page, {name: form})
    revision = get_object_or_404(page.revisions, number=form.cleaned_data["number"])
    try:
        deed(revision, user, form.cleaned_data)
    except NeedsSecondPerson:
        messages.warning(request, _("You wrote it yourself. Somebody else has to look."))
    except (NotPossible, NotPublishable):
        messages.warning(request, _("That is not possible any more, or something is missing. This is how it stands."))
    else:
        messages.success(request, said)
    return redirect("page_review", pk)


@require_safe
@staff_only
def page_history(request: HttpRequest, pk: int) -> HttpResponse:
    """All revisions; two of them compared (`old`, `new`: numbers), the live or the former one with the newest at first."""
    page = page_to_edit(request, pk)
    revisions = list(page.revisions.defer("content").select_related("author", "reviewer"))
    numbers = [revision.number for revision in revisions]
    first = page.live.number if page.live and page.live.number != numbers[0] else max(numbers[0] - 1, 1)
    old, new = (_number(request, name, numbers, start) for name, start in (("old", first), ("new", numbers[0])))
    before, after = (page.revisions.get(number=number).content for number in (old, new))
    comparison = compare(before, after, name_of(before, after))
    context = {"page": page, "revisions": revisions, "old": old, "new": new, "comparison": comparison}
    return render(request, "pages/page_history.html", context)


def _number(request: HttpRequest, name: str, numbers: list[int], start: int) -> int:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdigit() and int(asked) in numbers else start


@require_POST
@staff_only
def page_restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take an older revision up again as a new draft; the drafts between stay in the history."""
    page = page_to_edit(request, pk)
    get_object_or_404(page.revisions, number=number)
    try:
        revision = restore_revision(page, number, based_on=revision_to_edit(page).number, by=signed_in(request))
    except Stale:
        messages.warning(request, _("Somebody saved at this very moment. Look again before you restore."))
        return redirect("page_history", pk)
    messages.success(request, _("Draft %(number)s says again what it said then.") % {"number": revision.number})
    return redirect("page_edit", pk)
