# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from friedensplatz.accounts.access import signed_in
from friedensplatz.pages.models import Page, Revision
from friedensplatz.pages.queries import pages_visible_to


def page_to_edit(request: HttpRequest, pk: int) -> Page:
    """The page, for those who look after it; 404 for whoever may not even read it, 403 for everybody else."""
    user = signed_in(request)
    page = get_object_or_404(pages_visible_to(user).select_related("office", "live", "planned", "parent"), pk=pk)
    if not user.has_perm("pages.change_page", page):
        raise PermissionDenied
    return page


def revision_to_edit(page: Page) -> Revision:
    """The newest revision: a page has one from its first moment."""
    return page.revisions.latest("number")
